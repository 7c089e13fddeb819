package dev.bulkhead.check.stack.make;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Making of values for a stack file. */
final class Tree {

    private static final SourceMark NOWHERE = new SourceMark("", 1, 1);

    private Tree() {}

    static Scalar text(String text) {
        return new Scalar(text, true, Optional.empty(), NOWHERE);
    }

    /** Returns a text whose variables stay variables. */
    static Scalar template(String template) {
        return new Scalar(template, true, Optional.of(template), NOWHERE);
    }

    /** Returns a number or a switch. */
    static Scalar plain(String text) {
        return new Scalar(text, false, Optional.empty(), NOWHERE);
    }

    static Fields fields(Map<String, ? extends ResolvedValue> fields) {
        return new Fields(new LinkedHashMap<>(fields));
    }

    static Items texts(List<String> texts) {
        return new Items(texts.stream().<ResolvedValue>map(Tree::text).toList());
    }

    /** Returns the fields of a value, none where it is no mapping. */
    static SequencedMap<String, ResolvedValue> open(Optional<ResolvedValue> value) {
        return value.filter(Fields.class::isInstance)
                .map(map -> new LinkedHashMap<>(((Fields) map).fields()))
                .orElseGet(LinkedHashMap::new);
    }

    static List<ResolvedValue> items(Optional<ResolvedValue> value) {
        return switch (value.orElse(Fields.none())) {
            case Items list -> list.items();
            case Scalar one when !one.isNothing() -> List.of(one);
            default -> List.of();
        };
    }

    static Fields set(Fields fields, ResolvedValue value, String... path) {
        if (path.length == 1) {
            return fields.with(path[0], value);
        }
        String[] rest = Arrays.copyOfRange(path, 1, path.length);
        Fields below = fields.get(path[0]).orElse(Fields.none()) instanceof Fields map ? map : Fields.none();
        return fields.with(path[0], set(below, value, rest));
    }

    /** Returns the fields without one. */
    static Fields without(Fields fields, String name) {
        SequencedMap<String, ResolvedValue> copy = new LinkedHashMap<>(fields.fields());
        copy.remove(name);
        return new Fields(copy);
    }

    /** Returns the fields with an item more in a list. */
    static Fields add(Fields fields, String name, ResolvedValue item) {
        List<ResolvedValue> items = new ArrayList<>(items(fields.get(name)));
        items.add(item);
        return fields.with(name, new Items(items));
    }

    /** Returns whether a value says anything. */
    static boolean says(ResolvedValue value) {
        return switch (value) {
            case Scalar scalar ->
                !scalar.isNothing()
                        && !scalar.text().isEmpty()
                        && !scalar.text().equals("false");
            case Items list -> !list.items().isEmpty();
            case Fields map -> !map.fields().isEmpty();
        };
    }
}
