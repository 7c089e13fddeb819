package dev.bulkhead.migrate.effect;

import java.util.OptionalInt;

/**
 * Outage of a plan: a flow or rule that holds before it and does not hold from some step on.
 *
 * @param what the flow or rule as {@code bulkhead.yml} writes it; the name by which the operator accepts it
 * @param after number of the step after which it no longer holds
 * @param until number of the step after which it holds again; empty if it never does
 * @param why what stands in the way, as a sentence
 */
public record Outage(String what, int after, OptionalInt until, String why) {

    /** Returns the outage as a sentence. */
    public String sentence() {
        String time = until.isPresent()
                ? "from step " + after + " until step " + until.getAsInt()
                : "from step " + after + " on, for good";
        return "'" + what + "' does not hold " + time + ": " + why;
    }
}
