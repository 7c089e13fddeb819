package dev.bulkhead.compose.schema;

import java.util.List;

/**
 * Pattern of paths of keys from the top of a file, such as {@code services.*.ports.[].mode}: {@code *} is any key, {@code []}
 * any item of a list.
 *
 * @param parts what stands at each step
 */
public record KeyPattern(List<String> parts) {

    public KeyPattern {
        parts = List.copyOf(parts);
    }

    /** Returns the pattern of a text with dots between its parts. */
    public static KeyPattern of(String text) {
        return new KeyPattern(List.of(text.split("\\.", -1)));
    }

    /** Returns whether a path is one of these. */
    public boolean matches(List<String> path) {
        if (path.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean any = parts.get(i).equals("*") && !path.get(i).equals("[]");
            if (!any && !parts.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
