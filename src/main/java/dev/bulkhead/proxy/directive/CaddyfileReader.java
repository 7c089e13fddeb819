package dev.bulkhead.proxy.directive;

import java.util.ArrayList;
import java.util.List;

/**
 * Reader of a Caddyfile into directives (Caddy documentation, Caddyfile concepts). It knows words, quotes, comments,
 * continued lines and blocks, and no directive: unknown ones are kept.
 */
public final class CaddyfileReader {

    private final String source;
    private final String text;
    private int at;
    private int line = 1;

    private CaddyfileReader(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /**
     * Returns the directives of a file: sites, snippets, global options (without words) and imports.
     *
     * <p>A file of one site may leave the braces out: then its first line is the site and the rest its directives.
     */
    public static List<Directive> read(String source, String text) {
        List<Directive> top = new CaddyfileReader(source, text).block(true);
        return withoutBraces(top) ? List.of(top.getFirst().withNested(top.subList(1, top.size()))) : top;
    }

    /** Returns whether a file leaves the braces of its only site out. */
    public static boolean withoutBraces(List<Directive> top) {
        return top.size() > 1
                && top.stream().allMatch(directive -> !directive.words().isEmpty())
                && top.getFirst().line() == top.getFirst().end()
                && top.getFirst().nested().isEmpty()
                && !top.getFirst().name().equals("import");
    }

    private List<Directive> block(boolean top) {
        List<Directive> directives = new ArrayList<>();
        while (true) {
            skip(true);
            if (at >= text.length()) {
                return directives;
            }
            if (lone('}')) {
                at++;
                if (!top) {
                    return directives;
                }
                continue;
            }
            directives.add(directive());
        }
    }

    private Directive directive() {
        int first = line;
        List<String> words = new ArrayList<>();
        while (true) {
            // Addresses of a site go on in the next line after a comma.
            skip(!words.isEmpty() && words.getLast().endsWith(","));
            if (at >= text.length() || text.charAt(at) == '\n') {
                return new Directive(words, List.of(), source, first, first);
            }
            if (lone('{')) {
                at++;
                List<Directive> nested = block(false);
                return new Directive(words, nested, source, first, line);
            }
            if (lone('}')) {
                return new Directive(words, List.of(), source, first, first);
            }
            words.add(word());
        }
    }

    /** A brace is one of a block only where it stands alone; inside a word it is a placeholder. */
    private boolean lone(char brace) {
        return text.charAt(at) == brace && (at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }

    private String word() {
        char quote = text.charAt(at);
        if (quote == '"' || quote == '`') {
            return quoted(quote);
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted(char quote) {
        StringBuilder word = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escaped = quote == '"' && text.startsWith("\\\"", at);
            at += escaped ? 1 : 0;
            line += text.charAt(at) == '\n' ? 1 : 0;
            word.append(text.charAt(at));
            at++;
        }
        at++;
        return word.toString();
    }

    /** Skips blanks, comments and escaped line ends, and line ends too where they mean nothing. */
    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (c == '\\' && text.startsWith("\\\n", at)) {
                at += 2;
                line++;
            } else if (c == '\n' && lines) {
                at++;
                line++;
            } else if (c != '\n' && Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }
}
