package dev.bulkhead.engine.docker.line;

import java.time.Duration;

/**
 * Limits on the time an answer may take.
 *
 * @param silence until its head has come
 * @param whole until all of it has come
 */
public record AnswerLimits(Duration silence, Duration whole) {

    /** What the first question to an engine may take: one that lives answers it at once, also under load. */
    public static final AnswerLimits FIRST = new AnswerLimits(Duration.ofSeconds(15), Duration.ofSeconds(60));

    /** Returns the limits for an engine that answered already: it may be busy with something else for a while. */
    AnswerLimits patient() {
        return new AnswerLimits(whole, whole);
    }
}
