package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.text.FlowWriter;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Model that a project has to have after a field edit: all that it says before, and the edit. */
public final class WantedModel {

    private final ComposeProject project;
    private final FileTree files;
    private final ResolvedProject resolved;
    private final Map<String, Object> before;
    private final FieldEdit edit;

    /** Works out what an edit wants of a project whose text stands in a tree. */
    public WantedModel(ResolvedProject resolved, FileTree files, FieldEdit edit) {
        this.project = resolved.project();
        this.resolved = resolved;
        this.files = files;
        this.before = ModelData.of(resolved);
        this.edit = edit;
    }

    /** Returns the project before the edit. */
    public ResolvedProject resolved() {
        return resolved;
    }

    /** Returns the files around the project. */
    FileTree files() {
        return files;
    }

    /** Returns the edit. */
    public FieldEdit edit() {
        return edit;
    }

    /** Returns what the project says before the edit. */
    public Map<String, Object> before() {
        return before;
    }

    /** Returns the path of what the edit names, from the sections down. */
    public List<String> path() throws EditRejectedException {
        return switch (edit.target()) {
            case FieldElement field -> {
                List<String> path = new ArrayList<>(section(field.root()));
                path.addAll(field.path());
                yield path;
            }
            default -> section(edit.target());
        };
    }

    private static List<String> section(Element element) throws EditRejectedException {
        return switch (element) {
            case Element.ServiceElement(String key) -> List.of("services", key);
            case Element.NetworkElement(String key) -> List.of("networks", key);
            case Element.VolumeElement(String key) -> List.of("volumes", key);
            case Element.SecretElement(String key) -> List.of("secrets", key);
            case Element.ConfigElement(String key) -> List.of("configs", key);
            case Element.ModelElement(String key) -> List.of("models", key);
            case Element.MembershipElement _,
                    Element.PortElement _,
                    Element.BindMountElement _,
                    Element.PoolElement _,
                    Element.FileElement _,
                    Element.FieldElement _,
                    Element.EngineNetworkElement _,
                    Element.RouteElement _,
                    Element.ReservedElement _,
                    Element.OutsideElement _ ->
                throw new EditRejectedException(
                        element.text()
                                + " is not an element of the project's sections; name a service, network, volume, secret or config.");
        };
    }

    /**
     * Returns what the project has to say afterwards.
     *
     * @throws EditRejectedException if the edit does not fit the project, with the reason as a sentence
     */
    public Map<String, Object> after() throws EditRejectedException {
        List<String> path = path();
        String element = edit.target() instanceof FieldElement field
                ? field.root().text()
                : edit.target().text();
        boolean declared = ModelData.at(before, path.subList(0, 2)).isPresent();
        if (declared == edit instanceof FieldEdit.AddElement) {
            String words = element.replace(':', ' ');
            throw new EditRejectedException(
                    declared
                            ? "There is a " + words + " in the project already; choose another name."
                            : "There is no " + words + " in the project.");
        }
        Optional<Object> present = ModelData.at(before, path);
        return switch (edit) {
            case FieldEdit.SetField(FieldElement _, FieldValue value) ->
                ModelData.with(before, path, Optional.of(canonical(path, value)));
            case FieldEdit.AddElement add -> ModelData.with(before, path, Optional.of(canonical(path, add.body())));
            case FieldEdit.RemoveField(FieldElement field) -> {
                if (present.isEmpty()) {
                    throw new EditRejectedException(field.inWords() + " is not set.");
                }
                yield ModelData.with(before, path, Optional.empty());
            }
            case FieldEdit.RemoveElement _ -> ModelData.with(before, path, Optional.empty());
            case FieldEdit.RenameService(Element.ServiceElement service, String newKey) ->
                NamedInServices.renamed(before, service.key(), newKey);
            case FieldEdit.AddItem(FieldElement field, FieldValue item) -> added(field, path, item, present);
            case FieldEdit.RemoveItem(FieldElement field, FieldValue item) -> {
                int index = indexOf(path, item, present);
                if (index < 0) {
                    throw new EditRejectedException(field.inWords() + " has no such item.");
                }
                List<Object> items = new ArrayList<>(list(present));
                items.remove(index);
                yield ModelData.with(before, path, items.isEmpty() ? Optional.empty() : Optional.of(items));
            }
        };
    }

    /** Returns the path of the first thing in which a changed project differs from what it has to say; empty if none. */
    public Optional<List<String>> difference(ResolvedProject changed) throws EditRejectedException {
        Topology was = project.topology();
        Topology is = changed.project().topology();
        if (!was.project().equals(is.project())) {
            return Optional.of(List.of("name"));
        }
        List<String> path = path();
        Map<String, Object> data = ModelData.of(changed);
        boolean variable = path.size() == 4
                && path.getFirst().equals("services")
                && path.get(2).equals("environment");
        Optional<List<String>> difference = ModelData.difference(after(), data, path);
        if (difference.isPresent() && variable && fromEnvFile(is, path)) {
            difference = ModelData.difference(before, data, path);
        }
        return difference.or(() -> variables(was, is, path));
    }

    /** Returns whether a service has the variable that was asked for although it does not state it itself. */
    private boolean fromEnvFile(Topology changed, List<String> path) {
        return edit instanceof FieldEdit.SetField(FieldElement _, FieldValue value)
                && changed.service(path.get(1))
                        .map(s -> s.container().environment().get(path.get(3)))
                        .filter(text -> text.equals(plain(value)))
                        .isPresent();
    }

    /** Returns the first service whose variables or labels changed although the edit is not about them: through a file. */
    private Optional<List<String>> variables(Topology was, Topology is, List<String> path) {
        for (Service service : was.services().values()) {
            boolean named = path.get(0).equals("services") && path.get(1).equals(service.key());
            Optional<Service> now = is.service(service.key());
            if (now.isEmpty() || named) {
                continue;
            }
            if (!now.get().container().environment().equals(service.container().environment())) {
                return Optional.of(List.of("services", service.key(), "environment"));
            }
            if (!now.get().container().labels().equals(service.container().labels())) {
                return Optional.of(List.of("services", service.key(), "labels"));
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> added(FieldElement field, List<String> path, FieldValue item, Optional<Object> present)
            throws EditRejectedException {
        Object wanted = canonical(path, new FieldValue.Items(List.of(item)));
        if (wanted instanceof Map<?, ?> named && (present.isEmpty() || present.get() instanceof Map)) {
            Map<String, Object> result = before;
            for (Map.Entry<?, ?> each : named.entrySet()) {
                List<String> below = new ArrayList<>(path);
                below.add(String.valueOf(each.getKey()));
                result = ModelData.with(result, below, Optional.of(each.getValue()));
            }
            return result;
        }
        List<Object> items = new ArrayList<>(list(present));
        for (Object each : wanted instanceof List<?> list ? list : List.of(wanted)) {
            if (items.contains(each)) {
                throw new EditRejectedException(field.inWords() + " already has this item.");
            }
            items.add(each);
        }
        return ModelData.with(before, path, Optional.of(items));
    }

    /** Returns the position of an item in the list as it reads; -1 if it is not there. */
    int indexOf(List<String> path, FieldValue item, Optional<Object> present) {
        Object wanted = canonical(path, new FieldValue.Items(List.of(item)));
        Object one = wanted instanceof List<?> list && list.size() == 1 ? list.getFirst() : wanted;
        return list(present).indexOf(one);
    }

    private static List<Object> list(Optional<Object> present) {
        List<Object> items = new ArrayList<>();
        if (present.isPresent() && present.get() instanceof List<?> list) {
            items.addAll(list);
        } else if (present.isPresent() && present.get() instanceof String single) {
            items.add(single);
        }
        return items;
    }

    /** Returns a value as the project would hold it at a path: read as if it stood there alone. */
    private Object canonical(List<String> path, FieldValue value) {
        YamlValue nested = FieldWriter.of(value);
        for (String name : path.reversed()) {
            nested = YamlValue.Fields.of(Map.entry(name, nested));
        }
        String text = new FlowWriter(true).write(nested);
        Path alone = project.directory().resolve("bulkhead-a-single-field.yaml");
        ComposeRequest request = new ComposeRequest(
                project.directory(),
                List.of(alone),
                Optional.of(project.topology().project()),
                project.request().envFiles(),
                List.of(),
                project.request().environment());
        try {
            ResolvedProject read = new ComposeLoader(
                            new OverlayFileTree(files, Map.of(alone, text.getBytes(StandardCharsets.UTF_8))))
                    .resolveWithProblems(request);
            return ModelData.at(ModelData.of(read), path).orElseGet(() -> plain(value));
        } catch (ComposeException partOfAWhole) {
            // One field of a form that needs others beside it, such as restart of a dependency.
            return plain(value);
        }
    }

    private static Object plain(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Written(String text) -> text;
            case FieldValue.Literal(String text) -> text.equals("null") ? ModelData.Absent.NOTHING : text;
            case FieldValue.Items(List<FieldValue> items) ->
                items.stream().map(WantedModel::plain).toList();
            case FieldValue.Fields fields -> {
                Map<String, Object> map = new LinkedHashMap<>();
                fields.fields().forEach((name, each) -> map.put(name, plain(each)));
                yield map;
            }
        };
    }
}
