package dev.bulkhead.check.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * Answer to one item of a benchmark.
 *
 * @param number the item's number
 * @param title what it demands
 * @param breaches who breaks it, in the order of the services
 * @param open what the files do not tell
 */
public record Answer(String number, String title, List<Breach> breaches, Optional<Open> open) {

    /** What the files say of an item as a whole. */
    public enum Outcome {
        BROKEN("does-not-hold", "does not hold"),
        NOT_KNOWN("not-known", "cannot be told from the files"),
        HOLDS("holds", "holds");

        private final String word;
        private final String text;

        Outcome(String word, String text) {
            this.word = word;
            this.text = text;
        }

        /** Returns its name in JSON. */
        public String word() {
            return word;
        }

        /** Returns it for people. */
        public String text() {
            return text;
        }
    }

    public Answer {
        breaches = List.copyOf(breaches);
    }

    /** Returns the outcome: one breach is enough, and nothing holds while something is open. */
    public Outcome outcome() {
        if (!breaches.isEmpty()) {
            return Outcome.BROKEN;
        }
        return open.isPresent() ? Outcome.NOT_KNOWN : Outcome.HOLDS;
    }
}
