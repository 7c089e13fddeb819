package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Model of a project as plain maps, lists and texts that can be compared and changed by path: short forms are long,
 * variables replaced, lists of {@code NAME=value} are maps.
 */
public final class ModelData {

    /** The value of what is written without one. */
    enum Absent {
        NOTHING
    }

    /** Fields of a service whose items are names with values, by their path. */
    private static final Set<List<String>> NAME_VALUES = Set.of(
            List.of("environment"),
            List.of("labels"),
            List.of("annotations"),
            List.of("sysctls"),
            List.of("build", "args"),
            List.of("build", "labels"),
            List.of("build", "additional_contexts"),
            List.of("deploy", "labels"));

    /** Fields of a service whose items are names. */
    private static final Set<List<String>> NAMES =
            Set.of(List.of("networks"), List.of("depends_on"), List.of("models"));

    private ModelData() {}

    /** Returns the sections of a project. */
    public static Map<String, Object> of(ResolvedProject project) {
        Map<String, Object> sections = new LinkedHashMap<>();
        project.sections().forEach((section, elements) -> sections.put(section, plain(elements, List.of(section))));
        return sections;
    }

    /** Returns whether a field, named by its path in its element, holds names with values in either form. */
    static boolean holdsNameValues(String section, List<String> path) {
        return section.equals("services") ? NAME_VALUES.contains(path) : path.equals(List.of("labels"));
    }

    /** Returns whether a field, named by its path in its element, holds names in either form. */
    static boolean holdsNames(String section, List<String> path) {
        return section.equals("services") && NAMES.contains(path);
    }

    private static Object plain(ResolvedValue value, List<String> path) {
        return switch (value) {
            case ResolvedValue.Scalar scalar -> scalar.isNothing() ? Absent.NOTHING : scalar.text();
            case ResolvedValue.Items items when keyed(path) -> byName(items);
            case ResolvedValue.Items items -> {
                List<Object> list = new ArrayList<>();
                items.items().forEach(item -> list.add(plain(item, below(path, ""))));
                yield list.isEmpty() ? Absent.NOTHING : list;
            }
            case ResolvedValue.Fields fields -> {
                Map<String, Object> map = new LinkedHashMap<>();
                fields.fields().forEach((name, each) -> map.put(name, plain(each, below(path, name))));
                yield map.isEmpty() && path.size() > 1 ? Absent.NOTHING : map;
            }
        };
    }

    private static boolean keyed(List<String> path) {
        return path.size() > 2
                && (holdsNameValues(path.getFirst(), path.subList(2, path.size()))
                        || holdsNames(path.getFirst(), path.subList(2, path.size())));
    }

    private static Object byName(ResolvedValue.Items items) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ResolvedValue item : items.items()) {
            if (item instanceof ResolvedValue.Scalar scalar) {
                int equals = scalar.text().indexOf('=');
                String name = equals < 0 ? scalar.text() : scalar.text().substring(0, equals);
                map.put(name, equals < 0 ? Absent.NOTHING : scalar.text().substring(equals + 1));
            }
        }
        return map.isEmpty() ? Absent.NOTHING : map;
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /** Returns what stands at a path from the sections down. */
    public static Optional<Object> at(Object data, List<String> path) {
        Object found = data;
        for (String name : path) {
            if (!(found instanceof Map<?, ?> map) || !map.containsKey(name)) {
                return Optional.empty();
            }
            found = map.get(name);
        }
        return Optional.ofNullable(found);
    }

    /** Returns a copy with another value at a path; empty takes it away, with the fields around it that nothing is left of. */
    static Map<String, Object> with(Object data, List<String> path, Optional<Object> value) {
        return with(data, path, value, 0);
    }

    private static Map<String, Object> with(Object data, List<String> path, Optional<Object> value, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (data instanceof Map<?, ?> map) {
            map.forEach((name, each) -> copy.put(String.valueOf(name), each));
        }
        String name = path.get(depth);
        Object below = copy.getOrDefault(name, Absent.NOTHING);
        boolean last = depth == path.size() - 1;
        if (last && value.isPresent()) {
            copy.put(name, value.get());
        } else if (last) {
            copy.remove(name);
        } else if (value.isPresent() || below instanceof Map) {
            Map<String, Object> changed = with(below, path, value, depth + 1);
            boolean field = depth > 1;
            if (field && changed.isEmpty()) {
                copy.remove(name);
            } else {
                copy.put(name, changed);
            }
        }
        return copy;
    }

    /**
     * Returns the path of the first difference of two projects; empty if there is none.
     *
     * @param around a path along which a map that says nothing is the same as none, since an edit may have made or taken
     *     the last thing in it
     */
    static Optional<List<String>> difference(Object a, Object b, List<String> around) {
        return difference(a, b, List.of(), around);
    }

    private static Optional<List<String>> difference(Object a, Object b, List<String> here, List<String> around) {
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            List<String> names = new ArrayList<>();
            left.keySet().forEach(name -> names.add(String.valueOf(name)));
            right.keySet().stream()
                    .filter(name -> !left.containsKey(name))
                    .forEach(name -> names.add(String.valueOf(name)));
            for (String name : names) {
                List<String> path = below(here, name);
                boolean lenient = path.size() > 2
                        && around.size() > path.size()
                        && around.subList(0, path.size()).equals(path);
                Object missing = lenient ? Absent.NOTHING : List.of("missing");
                Optional<List<String>> below =
                        difference(orElse(left.get(name), missing), orElse(right.get(name), missing), path, around);
                if (below.isPresent()) {
                    return below;
                }
            }
            return Optional.empty();
        }
        boolean bothEmpty = saysNothing(a) && saysNothing(b);
        return bothEmpty || a.equals(b) ? Optional.empty() : Optional.of(here);
    }

    private static Object orElse(@org.jspecify.annotations.Nullable Object value, Object other) {
        return value == null ? other : value;
    }

    private static boolean saysNothing(Object value) {
        return value == Absent.NOTHING || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
