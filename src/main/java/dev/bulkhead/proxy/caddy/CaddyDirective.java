package dev.bulkhead.proxy.caddy;

import java.util.List;

/**
 * Directive of Caddy with what is nested in it; a site is one too, whose words are its addresses.
 *
 * @param words name and arguments, without quotes
 * @param nested directives in its block, in order
 * @param source name of the file or label that states it
 * @param line the line it begins in, counted from 1; of labels 0
 * @param end the line its block closes in; the same where it has none
 */
public record CaddyDirective(List<String> words, List<CaddyDirective> nested, String source, int line, int end) {

    public CaddyDirective {
        words = List.copyOf(words);
        nested = List.copyOf(nested);
    }

    /** Returns its first word. */
    public String name() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** Returns the words after the first. */
    public List<String> arguments() {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /** Returns this directive with other ones nested in it. */
    public CaddyDirective withNested(List<CaddyDirective> other) {
        return new CaddyDirective(words, other, source, line, end);
    }
}
