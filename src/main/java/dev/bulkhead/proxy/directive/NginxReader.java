package dev.bulkhead.proxy.directive;

import java.util.ArrayList;
import java.util.List;

/**
 * Reader of a file of nginx into directives (nginx documentation, Beginner's Guide, Configuration File's Structure;
 * {@code src/core/ngx_conf_file.c}). It knows words, quotes, comments and blocks, and no directive: unknown ones are kept. What
 * nginx would refuse is read as far as it goes.
 */
public final class NginxReader {

    private final String source;
    private final String text;
    private int at;
    private int line = 1;

    private NginxReader(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /** Returns the directives of a file, in order. */
    public static List<Directive> read(String source, String text) {
        return new NginxReader(source, text).block(true);
    }

    private List<Directive> block(boolean top) {
        List<Directive> directives = new ArrayList<>();
        while (true) {
            skip();
            if (at >= text.length()) {
                return directives;
            }
            char c = text.charAt(at);
            if (c == '}') {
                at++;
                if (!top) {
                    return directives;
                }
            } else if (c == ';') {
                at++;
            } else {
                directives.add(directive());
            }
        }
    }

    private Directive directive() {
        int first = line;
        List<String> words = new ArrayList<>();
        while (true) {
            skip();
            if (at >= text.length() || text.charAt(at) == '}') {
                return new Directive(words, List.of(), source, first, line);
            }
            char c = text.charAt(at);
            if (c == ';') {
                at++;
                return new Directive(words, List.of(), source, first, line);
            }
            if (c == '{') {
                at++;
                List<Directive> nested = block(false);
                return new Directive(words, nested, source, first, line);
            }
            words.add(c == '"' || c == '\'' ? quoted(c) : word());
        }
    }

    /** A brace behind a dollar belongs to the name of a variable. */
    private String word() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '$' && text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                at = end < 0 ? text.length() - 1 : end;
            } else if (Character.isWhitespace(c) || c == ';' || c == '{' || c == '}') {
                break;
            }
            at++;
        }
        at = Math.min(at, text.length());
        return text.substring(start, at);
    }

    private String quoted(char quote) {
        StringBuilder word = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            line += text.charAt(at) == '\n' ? 1 : 0;
            word.append(text.charAt(at));
            at++;
        }
        at++;
        return word.toString();
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }
}
