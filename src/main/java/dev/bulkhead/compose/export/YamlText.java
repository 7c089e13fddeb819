package dev.bulkhead.compose.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builder of YAML in block style, two spaces a level. */
public final class YamlText {

    private final StringBuilder text = new StringBuilder();

    /** Adds a line at a depth. */
    public YamlText line(int depth, String content) {
        text.repeat("  ", depth).append(content).append('\n');
        return this;
    }

    /** Adds a comment; text of several lines becomes several comments. */
    public YamlText comment(int depth, String words) {
        words.lines().forEach(each -> line(depth, ("# " + each).stripTrailing()));
        return this;
    }

    /** Adds a field with a value. */
    YamlText field(int depth, String name, String value) {
        return line(depth, name + ": " + quoted(value));
    }

    /** Adds a list of values; nothing when it is empty. */
    YamlText list(int depth, String name, List<String> values) {
        if (!values.isEmpty()) {
            line(depth, name + ":");
            values.forEach(value -> line(depth + 1, "- " + quoted(value)));
        }
        return this;
    }

    /** Adds a mapping of values; nothing when it is empty. */
    YamlText map(int depth, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            line(depth, name + ":");
            values.forEach((key, value) -> field(depth + 1, quoted(key), value));
        }
        return this;
    }

    /** Plain where that is safe; otherwise in double quotes, with dollars doubled against interpolation. */
    public static String quoted(String value) {
        return isPlain(value) ? value : inQuotes(value.replace("$", "$$"));
    }

    /** As {@link #quoted}, for a text whose variables are to stay variables. */
    public static String quotedTemplate(String value) {
        return isPlain(value) ? value : inQuotes(value);
    }

    private static boolean isPlain(String value) {
        boolean word =
                value.matches("[A-Za-z][A-Za-z0-9_.-]*") && !value.matches("(?i)true|false|yes|no|on|off|null|y|n");
        return word || value.matches("\\d+\\.\\d+\\.\\d+\\.\\d+(/\\d+)?");
    }

    private static String inQuotes(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfeff || c == 0x2028 || c == 0x2029) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
