package dev.bulkhead.compose.load.source;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Text with variables, replaced the way Compose does: {@code $V}, <code>${V}</code>, the forms with {@code :-}, {@code
 * -}, {@code :?}, {@code ?}, {@code :+} and {@code +}, nested to any depth, and {@code $$} for a dollar sign (Compose
 * Specification, Interpolation; compose-go {@code template}).
 */
public final class Template {

    /** A text that cannot be resolved. */
    public static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String sentence) {
            super(sentence);
        }
    }

    private static final int MAX_DEPTH = 50;

    private final Function<String, Optional<String>> lookup;
    private final Consumer<String> unset;
    private final int depth;

    /**
     * Resolves variables with a lookup.
     *
     * @param unset told each variable that is replaced by nothing because it is not set
     */
    public Template(Function<String, Optional<String>> lookup, Consumer<String> unset) {
        this(lookup, unset, 0);
    }

    private Template(Function<String, Optional<String>> lookup, Consumer<String> unset, int depth) {
        this.lookup = lookup;
        this.unset = unset;
        this.depth = depth;
    }

    /**
     * Returns the text with its variables replaced.
     *
     * @throws Fault if a required variable is missing or the text is malformed, with what is wrong and would be right
     */
    public String resolve(String text) throws Fault {
        int dollar = text.indexOf('$');
        if (dollar < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (dollar >= 0 && dollar + 1 < text.length()) {
            out.append(text, at, dollar);
            at = expression(text, dollar, out);
            dollar = text.indexOf('$', at);
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Appends what the expression at a dollar sign stands for and returns the index after it. */
    private int expression(String text, int dollar, StringBuilder out) throws Fault {
        char next = text.charAt(dollar + 1);
        if (next == '$') {
            out.append('$');
            return dollar + 2;
        }
        if (next == '{') {
            return braced(text, dollar, out);
        }
        int end = nameEnd(text, dollar + 1);
        if (end == dollar + 1) {
            out.append('$');
            return end;
        }
        out.append(plain(text.substring(dollar + 1, end)));
        return end;
    }

    private int braced(String text, int dollar, StringBuilder out) throws Fault {
        int nameStart = dollar + 2;
        int nameEnd = nameEnd(text, nameStart);
        if (nameEnd == nameStart || nameEnd == text.length()) {
            throw invalid();
        }
        String name = text.substring(nameStart, nameEnd);
        if (text.charAt(nameEnd) == '}') {
            out.append(plain(name));
            return nameEnd + 1;
        }
        boolean colon = text.charAt(nameEnd) == ':';
        int operatorAt = colon ? nameEnd + 1 : nameEnd;
        if (operatorAt == text.length() || "-?+".indexOf(text.charAt(operatorAt)) < 0) {
            throw invalid();
        }
        int end = closingBrace(text, dollar);
        if (end <= operatorAt) {
            throw invalid();
        }
        out.append(applied(name, text.charAt(operatorAt), colon, text.substring(operatorAt + 1, end)));
        return end + 1;
    }

    private String applied(String name, char operator, boolean colon, String word) throws Fault {
        Optional<String> current = lookup.apply(name);
        boolean counts = current.isPresent() && !(colon && current.get().isEmpty());
        boolean wordIsUsed = (operator == '+') == counts;
        String value = nested(word, wordIsUsed);
        return switch (operator) {
            case '-' -> counts ? current.orElseThrow() : value;
            case '+' -> counts ? value : current.orElse("");
            default -> {
                if (!counts) {
                    String reason = value.isEmpty() ? "" : " (" + value + ")";
                    throw new Fault("the variable " + name + " is required but not set" + reason
                            + "; set it in .env or in the environment.");
                }
                yield current.orElseThrow();
            }
        };
    }

    /** Resolves the word after an operator; a word that is not used can be faulty but reports nothing as unset. */
    private String nested(String word, boolean used) throws Fault {
        if (word.indexOf('$') < 0) {
            return word;
        }
        if (depth >= MAX_DEPTH) {
            throw new Fault("variables nest deeper than " + MAX_DEPTH + " levels here; simplify the expression.");
        }
        return new Template(lookup, used ? unset : name -> {}, depth + 1).resolve(word);
    }

    private String plain(String name) {
        Optional<String> value = lookup.apply(name);
        if (value.isEmpty()) {
            unset.accept(name);
        }
        return value.orElse("");
    }

    private static Fault invalid() {
        return new Fault(
                "this is not a variable expression that Compose knows; write ${NAME} or ${NAME:-default}, or $$"
                        + " for a plain dollar sign.");
    }

    private static int nameEnd(String text, int start) {
        int at = start;
        while (at < text.length() && isNameChar(text.charAt(at), at > start)) {
            at++;
        }
        return at;
    }

    private static boolean isNameChar(char c, boolean digitsToo) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (digitsToo && c >= '0' && c <= '9');
    }

    /**
     * Returns where an expression ends: at the brace that balances its opening one, else at the last brace of the line
     * (an expression never spans lines); -1 when there is none.
     */
    private static int closingBrace(String text, int from) {
        int open = 0;
        int last = -1;
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '}') {
                last = i;
                open--;
                if (open == 0) {
                    return i;
                }
            } else if (c == '{') {
                open++;
                // Compose does not look at the character after an opening brace when it counts, but may end there.
                if (i + 1 < text.length() && text.charAt(i + 1) == '}') {
                    last = i + 1;
                }
                if (i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                    i++;
                }
            }
        }
        return last;
    }
}
