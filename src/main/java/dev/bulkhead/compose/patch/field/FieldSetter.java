package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.Interpolated;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Candidate changes of text that give a field a value, where it has one and where it has none. */
final class FieldSetter {

    private final ValuePatcher values;
    private final String section;
    private final YamlValue value;
    private final BiPredicate<SourceFile, List<String>> usesLists;

    /**
     * Gives a field a value.
     *
     * @param usesLists whether a file writes a field of its services, which may be a list or a mapping, as a list
     */
    FieldSetter(
            ValuePatcher values, List<String> path, YamlValue value, BiPredicate<SourceFile, List<String>> usesLists) {
        this.usesLists = usesLists;
        this.values = values;
        this.section = path.getFirst();
        this.value = value;
    }

    /**
     * Returns attempts to change the value where it is written: in place, then as a copy of its own.
     *
     * @param stated the value that it has as data
     */
    List<Draft.Attempt> change(FieldWalk walk, Object stated, FieldValue fresh) {
        String old = stated instanceof String text ? text : "";
        List<Draft.Attempt> attempts = new ArrayList<>();
        if (walk.item().isEmpty()
                && walk.last().resolved() instanceof SequenceNode list
                && stated instanceof List<?> before
                && fresh instanceof FieldValue.Items after) {
            attempts.addAll(oneItem(walk, list, before, after.items()));
        }
        if (walk.item().isPresent()) {
            attempts.addAll(item(walk, walk.item().get(), old, fresh));
        } else {
            FieldWalk.Step step = walk.steps().getLast();
            if (step.entry().value().resolved() instanceof ScalarNode node && !MappingEdits.isEmpty(node)) {
                attempts.addAll(scalar(
                        walk,
                        new ValuePatcher.Spot(
                                walk.file(), node, "", step.around().flow()),
                        old,
                        fresh));
            }
            boolean fromVariable = !attempts.isEmpty()
                    && step.entry().value().resolved() instanceof ScalarNode node
                    && Interpolated.parse(node.value()).hasVariables();
            // What comes from a variable still does: a value of its own in its place would cut it off.
            if (!(step.entry().value() instanceof AliasNode) && !fromVariable) {
                attempts.add(() -> FieldText.replace(walk, step, value));
            }
        }
        walk.sharedFrom()
                .ifPresent(level -> attempts.add(() -> level < walk.path().size()
                        ? FieldText.own(walk, level, _ -> Optional.of(value))
                        : FieldText.replace(walk, walk.steps().getLast(), value)));
        return attempts;
    }

    /** Of a list of texts of which one alone becomes another, the others stay as they are written. */
    private List<Draft.Attempt> oneItem(FieldWalk walk, SequenceNode list, List<?> before, List<FieldValue> after) {
        if (before.size() != after.size() || before.size() != list.items().size()) {
            return List.of();
        }
        List<Integer> differing = IntStream.range(0, after.size())
                .filter(i -> !(after.get(i) instanceof FieldValue.Text(String text) && text.equals(before.get(i))))
                .boxed()
                .toList();
        int place = differing.size() == 1 ? differing.getFirst() : -1;
        return place >= 0
                        && before.get(place) instanceof String old
                        && after.get(place) instanceof FieldValue.Text(String text)
                        && list.items().get(place).resolved() instanceof ScalarNode node
                ? values.attempts(new ValuePatcher.Spot(walk.file(), node, "", list.flow()), old, text)
                : List.of();
    }

    private List<Draft.Attempt> scalar(FieldWalk walk, ValuePatcher.Spot spot, String old, FieldValue fresh) {
        return switch (fresh) {
            case FieldValue.Text(String text) -> values.attempts(spot, old, text);
            case FieldValue.Written(String text) ->
                List.of(() ->
                        Draft.of(walk.file(), new ScalarEdits(walk.file()).replace(spot.node(), text, spot.flow())));
            case FieldValue.Literal(String text)
            when spot.node().value().contains("$") -> values.attempts(spot, old, text);
            case FieldValue.Literal(String text) ->
                List.of(() -> Draft.of(walk.file(), new ScalarEdits(walk.file()).replaceWith(spot.node(), text)));
            case FieldValue.Items _, FieldValue.Fields _ -> List.of();
        };
    }

    private List<Draft.Attempt> item(FieldWalk walk, FieldWalk.Item item, String old, FieldValue fresh) {
        String name = walk.path().getLast();
        SourceFile file = walk.file();
        Optional<YamlValue> written = FieldCopies.named(name, value);
        boolean bare = item.node().value().equals(name);
        if (!ModelData.holdsNameValues(section, holder(walk)) || written.isEmpty()) {
            return List.of(() -> mapping(walk, item.list()));
        }
        if (!bare && fresh instanceof FieldValue.Text(String text)) {
            return values.attempts(
                    new ValuePatcher.Spot(
                            file, item.node(), name + "=", item.list().flow()),
                    old,
                    text);
        }
        return List.of(() -> Draft.of(
                file,
                new ScalarEdits(file)
                        .replace(
                                item.node(),
                                written.get() instanceof YamlValue.Text(String text) ? text : name,
                                item.list().flow())));
    }

    private static List<String> holder(FieldWalk walk) {
        return walk.path().subList(0, walk.path().size() - 1);
    }

    /** Returns attempts to write the value where the text ends before it. */
    List<Draft.Attempt> put(FieldWalk walk) {
        Optional<Integer> shared = walk.sharedFrom();
        if (shared.isPresent()) {
            return List.of(() -> FieldText.own(walk, shared.get(), _ -> Optional.of(value)));
        }
        return List.of(() -> add(walk));
    }

    private Draft add(FieldWalk walk) throws EditRejectedException {
        SourceFile file = walk.file();
        MappingEdits edits = new MappingEdits(file);
        int depth = walk.depth();
        String name = walk.path().get(depth);
        List<String> rest = walk.path().subList(depth + 1, walk.path().size());
        YamlValue nested = nested(walk, rest);
        YamlNode container = walk.last();
        BlockStyle style = FieldText.style(walk);
        if (MappingEdits.isEmpty(container)) {
            MappingNode around =
                    depth == 0 ? walk.section() : walk.steps().getLast().around();
            MappingEntry entry =
                    depth == 0 ? walk.entry() : walk.steps().getLast().entry();
            return Draft.of(file, edits.fill(around, entry, YamlValue.Fields.of(Map.entry(name, nested)), style));
        }
        return switch (container) {
            case MappingNode map -> Draft.of(file, edits.add(map, name, nested, likeLast(walk, map, style)));
            case SequenceNode list -> addToList(walk, list, name, nested);
            case ScalarNode scalar ->
                FieldText.replace(walk, walk.steps().getLast(), longForm(walk, scalar, name, nested));
            case AliasNode alias -> throw new EditRejectedException(alias.mark() + ": this stands behind an alias.");
        };
    }

    /** Returns the value with what is missing around it; names with values stand in the form that the file uses. */
    private YamlValue nested(FieldWalk walk, List<String> rest) {
        List<String> holder = walk.path().subList(0, walk.depth() + 1);
        boolean asList =
                rest.size() == 1 && ModelData.holdsNameValues(section, holder) && usesLists.test(walk.file(), holder);
        return Optional.of(rest)
                .filter(_ -> asList)
                .flatMap(names -> FieldCopies.named(names.getFirst(), value))
                .<YamlValue>map(item -> new YamlValue.Items(List.of(item)))
                .orElseGet(() -> FieldCopies.nested(rest, value));
    }

    private BlockStyle likeLast(FieldWalk walk, MappingNode map, BlockStyle style) {
        boolean alike = ModelData.holdsNameValues(section, holder(walk));
        return alike ? style.withQuote(StyleProbe.quote(map.entries().getLast().value())) : style;
    }

    private Draft addToList(FieldWalk walk, SequenceNode list, String name, YamlValue nested)
            throws EditRejectedException {
        List<String> holder = walk.path().subList(0, walk.depth());
        Optional<YamlValue> item = FieldCopies.named(name, nested);
        boolean fits = ModelData.holdsNameValues(section, holder)
                || (ModelData.holdsNames(section, holder) && nested instanceof YamlValue.Nothing);
        if (fits && item.isPresent()) {
            return Draft.of(walk.file(), new SequenceEdits(walk.file()).add(list, item.get()));
        }
        return mapping(walk, list);
    }

    /** Writes a list of names as a mapping, which alone can say more of a name. */
    private Draft mapping(FieldWalk walk, SequenceNode list) throws EditRejectedException {
        int depth = Math.min(walk.steps().size(), walk.path().size() - 1);
        List<String> holder = walk.path().subList(0, depth);
        if (!ModelData.holdsNames(section, holder)) {
            throw new EditRejectedException(list.mark() + ": this is a list, which has no field "
                    + walk.path().get(depth) + "; write it as a mapping.");
        }
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        for (YamlNode item : list.items()) {
            if (!(item.resolved() instanceof ScalarNode name) || name.value().contains("$")) {
                throw new EditRejectedException(item.mark()
                        + ": this name comes from a variable and cannot become a key; write the name itself.");
            }
            fields.put(name.value(), holder.equals(List.of("depends_on")) ? started() : new YamlValue.Nothing());
        }
        String name = walk.path().get(depth);
        YamlValue nested =
                FieldCopies.nested(walk.path().subList(depth + 1, walk.path().size()), value);
        if (fields.get(name) instanceof YamlValue.Fields said && nested instanceof YamlValue.Fields more) {
            SequencedMap<String, YamlValue> both = new LinkedHashMap<>(said.fields());
            both.putAll(more.fields());
            nested = new YamlValue.Fields(both);
        }
        fields.put(name, nested);
        return FieldText.replace(walk, walk.steps().get(depth - 1), new YamlValue.Fields(fields))
                .noting("The list in " + list.mark().fileAndLine()
                        + " is a mapping now, because only that form can say more than a name.");
    }

    /** What a dependency in list form means (Compose Specification, {@code depends_on}, short syntax). */
    private static YamlValue started() {
        return YamlValue.Fields.of(Map.entry("condition", new YamlValue.Text("service_started")));
    }

    private YamlValue longForm(FieldWalk walk, ScalarNode scalar, String name, YamlValue nested)
            throws EditRejectedException {
        if (!section.equals("services") || !walk.path().subList(0, walk.depth()).equals(List.of("build"))) {
            throw new EditRejectedException(scalar.mark() + ": this is a single value, which has no field " + name
                    + "; write it as a mapping.");
        }
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        fields.put("context", NodeCopies.copy(scalar));
        fields.put(name, nested);
        return new YamlValue.Fields(fields);
    }
}
