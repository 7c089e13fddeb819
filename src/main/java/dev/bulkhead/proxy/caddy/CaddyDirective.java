package dev.bulkhead.proxy.caddy;

import java.util.List;

/**
 * Directive of Caddy with what is nested in it; a site is one too, whose words are its addresses.
 *
 * @param words name and arguments, without quotes
 * @param nested directives in its block, in order
 * @param line the line of a Caddyfile that it begins in, counted from 1; of labels 0
 * @param label name of the label that states it; of a Caddyfile empty
 */
public record CaddyDirective(List<String> words, List<CaddyDirective> nested, int line, String label) {

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
}
