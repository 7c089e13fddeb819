package dev.bulkhead.compose.patch.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writer of single values so that they read back as the same text, in YAML 1.1 and 1.2 alike. */
public final class ScalarWriter {

    /** Quotes of a value where it can have them. */
    public enum Quote {
        PLAIN,
        SINGLE,
        DOUBLE
    }

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./$(\\\\][^\\p{Cntrl}]*");

    // What YAML 1.1 or 1.2 takes for something else than text: null, booleans, numbers, base 60, dates.
    private static final Pattern NOT_TEXT = Pattern.compile("(?i)~|null|true|false|yes|no|on|off|y|n"
            + "|[-+]?[0-9][0-9_,]*(\\.[0-9_]*)?(e[-+]?[0-9]+)?|[-+]?\\.[0-9]+(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|\\.inf|\\.nan"
            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9]*)?"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|=|<<");

    private ScalarWriter() {}

    /**
     * Returns a value as it is written.
     *
     * @param flow whether it stands in brackets or braces
     */
    public static String write(String value, Quote preferred, boolean flow) {
        return switch (preferred) {
            case PLAIN -> canBePlain(value, flow) ? value : doubleQuoted(value);
            case SINGLE -> isPrintable(value) ? "'" + value.replace("'", "''") + "'" : doubleQuoted(value);
            case DOUBLE -> doubleQuoted(value);
        };
    }

    static boolean canBePlain(String value, boolean flow) {
        return PLAIN.matcher(value).matches()
                && !NOT_TEXT.matcher(value).matches()
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.endsWith(":")
                && !value.endsWith(" ")
                && (!flow || value.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0))
                && (!flow || !value.contains(":"));
    }

    private static boolean isPrintable(String value) {
        return value.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    private static String doubleQuoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> {
                    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.append('"').toString();
    }
}
