package dev.bulkhead.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of one line of YAML that are coloured; for the eye only, the reader of the project does not use it. */
public final class YamlTokens {

    // One line at a time, so that a broken line cannot colour the rest of the file.
    private static final Pattern TOKEN = Pattern.compile("(?<comment>(?<=^|\\s)#.*$)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')"
            + "|(?<variable>\\$\\{[^}]*\\}|\\$\\w+)"
            + "|(?<key>(?<=^|\\s|\\{)[A-Za-z0-9_./<-][^\\s:#'\"{}\\[\\]]*(?=:(?:\\s|$)))"
            + "|(?<anchor>(?<=\\s)[&*!][\\w.-]+)"
            + "|(?<number>(?<=[\\s\\[,])(?:true|false|null|yes|no|\\d+(?:\\.\\d+)?)(?=\\s*(?:[,\\]#]|$)))");

    private YamlTokens() {}

    /** What a piece of text is. */
    public enum Kind {
        COMMENT,
        STRING,
        VARIABLE,
        KEY,
        ANCHOR,
        NUMBER;

        /** Returns the style class it is coloured by. */
        public String styleClass() {
            return "bh-yaml-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A piece of a line.
     *
     * @param start offset of its first character
     * @param end offset behind its last character
     */
    public record Token(int start, int end, Kind kind) {}

    /** Returns the pieces of one line, in order, without overlap. */
    public static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(line);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                if (matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                    tokens.add(new Token(matcher.start(), matcher.end(), kind));
                }
            }
        }
        return tokens;
    }
}
