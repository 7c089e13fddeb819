package dev.bulkhead.proxy.directive;

import java.util.List;

/**
 * Directive of a proxy with what is nested in it; a site of Caddy is one too, whose words are its addresses.
 *
 * @param words name and arguments, without quotes
 * @param nested directives in its block, in order
 * @param source name of the file or label that states it
 * @param line the line it begins in, counted from 1; of labels 0
 * @param end the line its block closes in; the same where it has none
 */
public record Directive(List<String> words, List<Directive> nested, String source, int line, int end) {

    public Directive {
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
    public Directive withNested(List<Directive> other) {
        return new Directive(words, other, source, line, end);
    }
}
