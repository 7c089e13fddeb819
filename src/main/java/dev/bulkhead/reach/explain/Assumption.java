package dev.bulkhead.reach.explain;

import dev.bulkhead.reach.Verdict;

/**
 * Assumption that a verdict rests on: were it wrong, the verdict would be another.
 *
 * @param key what it is about: a setting of the engine, {@code engine-version} or {@code network:NAME}
 * @param sentence what is assumed, as a part of a sentence
 * @param otherwise the verdict without it
 */
public record Assumption(String key, String sentence, Verdict otherwise) {

    /** Returns it as a line for the operator. */
    public String line() {
        return "assumed: " + sentence + "; else " + otherwise.text();
    }
}
