package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.SectionBlock;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.EnvFileEdit;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Candidate changes of text that carry a {@link FieldEdit} out, the smallest first. */
public final class FieldPatcher {

    private final ProjectSources text;
    private final ValuePatcher values;
    private final WantedModel wanted;
    private final FieldEdit edit;

    public FieldPatcher(ProjectSources text, ValuePatcher values, WantedModel wanted, FieldEdit edit) {
        this.text = text;
        this.values = values;
        this.wanted = wanted;
        this.edit = edit;
    }

    /** Returns the attempts. */
    public List<Draft.Attempt> attempts() throws EditRejectedException {
        List<Draft.Attempt> attempts = new ArrayList<>(attempts(edit));
        for (FieldEdit rebased : RelativePaths.fromOtherFolders(edit, text.project())) {
            attempts.addAll(attempts(rebased));
        }
        return attempts;
    }

    private List<Draft.Attempt> attempts(FieldEdit written) throws EditRejectedException {
        List<String> path = wanted.path();
        return switch (written) {
            case FieldEdit.AddElement add -> declare(add, path);
            case FieldEdit.RemoveElement _ ->
                new RemoveElementPatcher(text, path.getFirst(), path.getLast()).attempts();
            case FieldEdit.RenameService rename -> new RenameServicePatcher(text, rename).attempts();
            case FieldEdit.SetField(FieldElement field, FieldValue value) -> set(path, field, value);
            case FieldEdit.AddItem(FieldElement field, FieldValue item) -> add(path, field, item);
            case FieldEdit.RemoveField(FieldElement field) ->
                new FieldRemover(values, path, walks(path, field)).attempts();
            case FieldEdit.RemoveItem(FieldElement field, FieldValue item) ->
                new ItemRemover(wanted, path, walks(path, field), item).attempts();
        };
    }

    private List<Draft.Attempt> declare(FieldEdit.AddElement add, List<String> path) {
        SectionBlock block = new SectionBlock(text, path.getFirst(), path.getLast());
        YamlValue body = add.body().fields().isEmpty() ? new YamlValue.Nothing() : FieldWriter.of(add.body());
        if (add.file().isPresent()) {
            return List.of(() -> {
                SourceFile file = text.file(add.file().get())
                        .orElseThrow(() -> new EditRejectedException(add.file().get()
                                + " is not a file of the project; name one that it reads, or leave the file out."));
                return block.declareIn(file, body);
            });
        }
        return List.of(() -> block.declare(body), () -> block.declareIn(text.mainFile(), body));
    }

    /** Returns the ways down the path in every declaration: those that count most first, extended files last. */
    private List<FieldWalk> walks(List<String> path, FieldElement field) {
        List<FieldWalk> walks = new ArrayList<>();
        if (path.getFirst().equals("services")) {
            List<FieldWalk> extended = new ArrayList<>();
            text.services(path.get(1))
                    .forEach(site -> (site.extendedOnly() ? extended : walks)
                            .addFirst(FieldWalk.down(site.file(), site.services(), site.entry(), field.path())));
            walks.addAll(extended);
        } else {
            text.elements(path.getFirst(), path.get(1))
                    .forEach(site ->
                            walks.addFirst(FieldWalk.down(site.file(), site.section(), site.entry(), field.path())));
        }
        return walks;
    }

    private List<Draft.Attempt> set(List<String> path, FieldElement field, FieldValue value) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        List<FieldWalk> walks = walks(path, field);
        FieldSetter setter = new FieldSetter(values, path, FieldWriter.of(value), this::usesLists);
        Object old = ModelData.at(wanted.before(), path).orElse("");
        walks.stream().filter(FieldWalk::complete).forEach(walk -> attempts.addAll(setter.change(walk, old, value)));
        if (isVariable(path)) {
            attempts.addAll(new EnvFileVariables(text.project(), wanted.files(), wanted, path).attempts(value));
        }
        walks.stream()
                .filter(walk -> !walk.complete())
                .sorted(Comparator.comparingInt(FieldWalk::depth).reversed())
                .forEach(walk -> attempts.addAll(setter.put(walk)));
        if (walks.isEmpty()) {
            attempts.addAll(undeclared(path, FieldCopies.nested(field.path(), FieldWriter.of(value))));
        }
        return attempts;
    }

    private boolean usesLists(SourceFile file, List<String> field) {
        return field.size() == 1
                && text.allServices().stream()
                        .filter(site -> site.file().name().equals(file.name()))
                        .flatMap(site -> site.field(field.getFirst()).stream())
                        .anyMatch(place -> place.value() instanceof SequenceNode);
    }

    private static boolean isVariable(List<String> path) {
        return path.size() == 4
                && path.getFirst().equals("services")
                && path.get(2).equals("environment");
    }

    /** Declares what the project has without a declaration, which only the default network is. */
    private List<Draft.Attempt> undeclared(List<String> path, YamlValue body) {
        return List.of(() -> new SectionBlock(text, path.getFirst(), path.get(1)).declare(body));
    }

    private List<Draft.Attempt> add(List<String> path, FieldElement field, FieldValue item) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        List<FieldWalk> walks = walks(path, field);
        ItemAdder adder = new ItemAdder(path, FieldWriter.of(item));
        walks.stream().filter(FieldWalk::complete).forEach(walk -> attempts.addAll(adder.add(walk)));
        YamlValue whole = new YamlValue.Items(List.of(FieldWriter.of(item)));
        FieldSetter setter = new FieldSetter(values, path, whole, this::usesLists);
        walks.stream()
                .filter(walk -> !walk.complete())
                .sorted(Comparator.comparingInt(FieldWalk::depth).reversed())
                .forEach(walk -> attempts.addAll(setter.put(walk)));
        return attempts;
    }

    /** Candidate changes of text that set a variable in the {@code env_file} that gives it to a service. */
    private static final class EnvFileVariables {

        private final EnvFileEdit edits;
        private final WantedModel wanted;
        private final List<String> path;

        EnvFileVariables(ComposeProject project, FileTree files, WantedModel wanted, List<String> path) {
            this.edits = new EnvFileEdit(project, files);
            this.wanted = wanted;
            this.path = path;
        }

        /** Returns the attempts, the file that counts most first; none where the service itself states the variable. */
        List<Draft.Attempt> attempts(FieldValue value) {
            List<Draft.Attempt> attempts = new ArrayList<>();
            String text = switch (value) {
                case FieldValue.Text(String written) -> written;
                case FieldValue.Written(String written) -> written;
                case FieldValue.Literal(String written) -> written;
                case FieldValue.Items _, FieldValue.Fields _ -> "";
            };
            boolean stated = ModelData.at(wanted.before(), path).isPresent();
            Object files = ModelData.at(wanted.before(), List.of(path.get(0), path.get(1), "env_file"))
                    .orElse(List.of());
            if (!stated && files instanceof List<?> list) {
                for (Object file : list.reversed()) {
                    if (file instanceof Map<?, ?> fields && fields.get("path") instanceof String name) {
                        attempts.add(edits.attempt(Path.of(name), path.getLast(), text));
                    }
                }
            }
            return attempts;
        }
    }
}
