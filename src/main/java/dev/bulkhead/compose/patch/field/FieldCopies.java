package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Copies of what is written with one field changed, for a service that gets its own of what others read too. */
final class FieldCopies {

    /** Change of the value at the end of the path; empty takes it away. */
    @FunctionalInterface
    interface Change {
        Optional<YamlValue> of(Optional<YamlNode> old) throws EditRejectedException;
    }

    private FieldCopies() {}

    /** Returns the copy of a value with a change somewhere below; empty if nothing is left of it. */
    static Optional<YamlValue> changed(Optional<YamlNode> node, List<String> path, Change change)
            throws EditRejectedException {
        if (path.isEmpty()) {
            return change.of(node);
        }
        String name = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        Optional<YamlNode> present = node.map(YamlNode::resolved).filter(n -> !MappingEdits.isEmpty(n));
        if (present.isPresent() && present.get() instanceof SequenceNode list && rest.isEmpty()) {
            return items(list, name, change);
        }
        if (present.isPresent() && !(present.get() instanceof MappingNode)) {
            throw new EditRejectedException(
                    present.get().mark() + ": this has no field " + name + "; write it as a mapping.");
        }
        SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
        if (present.isPresent() && NodeCopies.copy(present.get()) instanceof YamlValue.Fields copy) {
            fields.putAll(copy.fields());
        }
        Optional<YamlNode> old = present.flatMap(n -> effective(n, name));
        Optional<YamlValue> below = changed(old, rest, change);
        if (below.isPresent()) {
            fields.put(name, below.get());
        } else {
            fields.remove(name);
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new YamlValue.Fields(fields));
    }

    private static Optional<YamlNode> effective(YamlNode node, String name) {
        return FieldWalk.in(node, name).map(step -> step.entry().value());
    }

    private static Optional<YamlValue> items(SequenceNode list, String name, Change change)
            throws EditRejectedException {
        List<YamlValue> items = new ArrayList<>();
        for (YamlNode item : list.items()) {
            boolean named = item.resolved() instanceof ScalarNode scalar
                    && (scalar.value().equals(name) || scalar.value().startsWith(name + "="));
            if (!named) {
                items.add(NodeCopies.copy(item));
            }
        }
        Optional<YamlValue> value = change.of(Optional.empty());
        if (value.isPresent()) {
            items.add(named(name, value.get())
                    .orElseThrow(() -> new EditRejectedException(
                            list.mark() + ": a list cannot hold this; write it as a mapping first.")));
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new YamlValue.Items(items));
    }

    /** Returns a name and its value as a list item; empty where a list cannot hold the value. */
    static Optional<YamlValue> named(String name, YamlValue value) {
        return switch (value) {
            case YamlValue.Text(String text) -> Optional.of(new YamlValue.Text(name + "=" + text));
            case YamlValue.Raw(String text) ->
                Optional.of(new YamlValue.Text(text.equals("null") ? name : name + "=" + text));
            case YamlValue.Nothing() -> Optional.of(new YamlValue.Text(name));
            case YamlValue.Commented(var _, YamlValue inner) -> named(name, inner);
            case YamlValue.Fields _, YamlValue.Items _, YamlValue.Tagged _ -> Optional.empty();
        };
    }

    /** Returns a value below the names of a path. */
    static YamlValue nested(List<String> path, YamlValue value) {
        YamlValue nested = value;
        for (String name : path.reversed()) {
            nested = YamlValue.Fields.of(Map.entry(name, nested));
        }
        return nested;
    }
}
