package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way down a path in the text of one declaration, as far as the text goes.
 *
 * @param file the file
 * @param section the mapping that holds the declaration
 * @param entry the declaration
 * @param path the names from the declaration down to the field
 * @param steps the entries that were found, one for each name
 * @param item the list item that stands for the last name, in a list of names or of {@code NAME=value}
 */
record FieldWalk(
        SourceFile file,
        MappingNode section,
        MappingEntry entry,
        List<String> path,
        List<Step> steps,
        Optional<Item> item) {

    /**
     * One level down.
     *
     * @param around the mapping that holds the entry
     * @param entry the entry
     * @param merged whether it stands in a mapping that a merge key takes over
     */
    record Step(MappingNode around, MappingEntry entry, boolean merged) {}

    /** A list item that stands for a name. */
    record Item(SequenceNode list, ScalarNode node) {}

    static FieldWalk down(SourceFile file, MappingNode section, MappingEntry entry, List<String> path) {
        List<Step> steps = new ArrayList<>();
        YamlNode node = entry.value();
        for (String name : path) {
            Optional<Step> next = in(node, name);
            if (next.isEmpty()) {
                break;
            }
            steps.add(next.get());
            node = next.get().entry().value();
        }
        Optional<Item> item = Optional.empty();
        if (steps.size() == path.size() - 1 && !steps.isEmpty() && node.resolved() instanceof SequenceNode list) {
            String name = path.getLast();
            item = list.items().stream()
                    .map(YamlNode::resolved)
                    .filter(ScalarNode.class::isInstance)
                    .map(ScalarNode.class::cast)
                    .filter(s -> s.value().equals(name) || s.value().startsWith(name + "="))
                    .reduce((a, b) -> b)
                    .map(s -> new Item(list, s));
        }
        return new FieldWalk(file, section, entry, path, List.copyOf(steps), item);
    }

    /** Returns the entry of a name in a mapping or in what it takes over. */
    static Optional<Step> in(YamlNode node, String name) {
        return node.resolved() instanceof MappingNode map ? step(map, name, false) : Optional.empty();
    }

    private static Optional<Step> step(MappingNode map, String name, boolean merged) {
        Optional<Step> own = map.entry(name).map(e -> new Step(map, e, merged));
        return own.or(() -> ServiceSite.sources(map).stream()
                .map(source -> step(source, name, true))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** Returns how many names of the path the text has. */
    int depth() {
        return steps.size() + (item.isPresent() ? 1 : 0);
    }

    boolean complete() {
        return depth() == path.size();
    }

    /** Returns the value that the way led to: of the last entry found, or of the declaration. */
    YamlNode last() {
        return steps.isEmpty() ? entry.value() : steps.getLast().entry().value();
    }

    /** Returns the value above a level: of the entry before it, or of the declaration. */
    YamlNode above(int level) {
        return level == 0 ? entry.value() : steps.get(level - 1).entry().value();
    }

    /** Returns the first level whose text others may read too, because it stands behind an alias or a merge key. */
    Optional<Integer> sharedFrom() {
        for (int level = 0; level <= steps.size(); level++) {
            boolean merged = level < steps.size() && steps.get(level).merged();
            if (merged || above(level) instanceof AliasNode) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
