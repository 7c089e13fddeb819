package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The places that a document marks with {@code !reset} or {@code !override}: what stands there so far is dropped before
 * the document is merged (compose-go {@code loader/reset.go}).
 *
 * @param paths keys from the root
 */
public record ResetPaths(List<List<String>> paths) {

    public static final ResetPaths NONE = new ResetPaths(List.of());

    /** Returns the paths below a key sequence, with that prefix taken off. */
    public ResetPaths below(String... prefix) {
        if (paths.isEmpty()) {
            return NONE;
        }
        List<String> start = List.of(prefix);
        List<List<String>> found = new ArrayList<>();
        for (List<String> path : paths) {
            if (path.size() >= start.size() && path.subList(0, start.size()).equals(start)) {
                found.add(path.subList(start.size(), path.size()));
            }
        }
        return new ResetPaths(found);
    }

    /** Returns whether the whole value is dropped. */
    public boolean dropsAll() {
        return paths.stream().anyMatch(List::isEmpty);
    }

    /** Returns a value without the marked parts; parts inside lists stay, as in Compose. */
    public MapValue applyTo(MapValue target) {
        MapValue result = target;
        for (List<String> path : paths) {
            result = drop(result, path);
        }
        return result;
    }

    private static MapValue drop(MapValue map, List<String> path) {
        if (path.isEmpty()) {
            return map;
        }
        Field field = map.fields().get(path.getFirst());
        if (field == null) {
            return map;
        }
        if (path.size() == 1) {
            return map.without(path.getFirst());
        }
        return field.value() instanceof MapValue inner
                ? map.withValue(path.getFirst(), drop(inner, path.subList(1, path.size())))
                : map;
    }
}
