package dev.bulkhead.compose.load.source;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of variables out of the text of an env file as Compose does: {@code export}, comments, single and double
 * quotes over several lines, escapes, and variables inside values (compose-go {@code dotenv}). Faults name the line but
 * no value.
 */
public final class DotEnv {

    private static final Pattern EXPORT = Pattern.compile("export\\s+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[abcfnrtv$\"\\\\]|0[0-9]{0,3})");

    private final SourceText source;
    private final String text;
    private final Map<String, String> out;
    private final Function<String, Optional<String>> lookup;
    private int at;

    private DotEnv(SourceText source, Map<String, String> out, Function<String, Optional<String>> lookup) {
        this.source = source;
        this.text = source.text();
        this.out = out;
        this.lookup = name -> lookup.apply(name).or(() -> Optional.ofNullable(out.get(name)));
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /**
     * Adds the variables of a file to a map.
     *
     * @param lookup variables that win over those of the file inside values
     * @throws ComposeException if a line is neither empty, nor a comment, nor {@code NAME=value}
     */
    public static void parse(SourceText source, Map<String, String> out, Function<String, Optional<String>> lookup)
            throws ComposeException {
        new DotEnv(source, out, lookup).parse();
    }

    private void parse() throws ComposeException {
        while (skipToStatement()) {
            int start = at;
            Matcher export = EXPORT.matcher(text).region(at, text.length());
            if (export.lookingAt()) {
                at = export.end();
            }
            statement(start);
        }
    }

    private boolean skipToStatement() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 ? text.length() : lineEnd;
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u0085') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void statement(int start) throws ComposeException {
        int keyStart = at;
        char end = '\0';
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '=' || c == ':' || c == '\n') {
                end = c;
                break;
            }
            if (!isBlank(c) && !isKeyChar(c)) {
                throw fault(start, "a variable's name cannot hold the character at column " + column(at) + ".");
            }
            at++;
        }
        // At the end of the file without a separator Compose reads an empty name, which means nothing.
        String key = end == '\0' ? "" : text.substring(keyStart, at).stripTrailing();
        at = Math.min(at + 1, text.length());
        skipBlanks();
        if (key.contains(" ")) {
            throw fault(start, "a variable's name cannot contain a space.");
        }
        if (end == '\n') {
            lookup.apply(key).ifPresent(value -> out.put(key, value));
        } else if (end != '\0') {
            out.put(key, value(start));
        }
    }

    private String value(int statement) throws ComposeException {
        char quote = at < text.length() ? text.charAt(at) : '\0';
        if (quote == '"' || quote == '\'') {
            return quoted(quote);
        }
        int lineEnd = text.indexOf('\n', at);
        String line = text.substring(at, lineEnd < 0 ? text.length() : lineEnd);
        at = lineEnd < 0 ? text.length() : lineEnd + 1;
        int comment = line.indexOf(" #");
        return expand((comment < 0 ? line : line.substring(0, comment)).stripTrailing(), statement);
    }

    private String quoted(char quote) throws ComposeException {
        int opened = at;
        StringBuilder value = new StringBuilder();
        boolean escaped = false;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote && !escaped) {
                at++;
                return quote == '"' ? expand(unescape(value.toString()), opened) : value.toString();
            }
            if (c == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            if (escaped && c != quote) {
                value.append('\\');
            }
            escaped = false;
            value.append(c);
        }
        throw fault(opened, "the quote that opens here is never closed; add the closing quote.");
    }

    private String expand(String value, int statement) throws ComposeException {
        try {
            return new Template(lookup, name -> {}).resolve(value);
        } catch (Template.Fault e) {
            throw fault(statement, e.getMessage());
        }
    }

    private static String unescape(String value) {
        return ESCAPE.matcher(value).replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group())));
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(1)) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000B";
            case '"' -> "\"";
            case '\\' -> "\\";
            case '$' -> "$$";
            case '0' -> octal(escape);
            default -> escape;
        };
    }

    private static String octal(String escape) {
        String digits = escape.substring(2);
        if (digits.length() != 3 || digits.chars().anyMatch(c -> c > '7')) {
            return escape;
        }
        int code = Integer.parseInt(digits, 8);
        return code > 255 ? escape : String.valueOf((char) code);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private int column(int offset) {
        return source.mark(offset).column();
    }

    private ComposeException fault(int offset, @org.jspecify.annotations.Nullable String sentence) {
        return new ComposeException(source.mark(offset), String.valueOf(sentence));
    }

    private static boolean isKeyChar(char c) {
        return c == '_' || c == '.' || c == '-' || c == '[' || c == ']' || Character.isLetterOrDigit(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u000B' || c == '\f' || c == '\r' || c == '\u0085' || c == '\u00A0';
    }
}
