package dev.bulkhead.migrate.status;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Thing that was looked at: what was seen and when, or why it is not known.
 *
 * @param at when it was looked at
 * @param value what was seen; empty where it is not known
 * @param why why it is not known, as a sentence; empty text where it is
 */
public record Measured<T>(Instant at, Optional<T> value, String why) {

    /** Returns what was seen. */
    public static <T> Measured<T> seen(Instant at, T value) {
        return new Measured<>(at, Optional.of(value), "");
    }

    /** Returns that it is not known, and why. */
    public static <T> Measured<T> unknown(Instant at, String why) {
        return new Measured<>(at, Optional.empty(), why);
    }

    /** Returns that something else is not known for the same reason. */
    public <R> Measured<R> unknownToo() {
        return unknown(at, why);
    }

    /** Returns what follows from it; where it is not known, nothing does, for the same reason. */
    public <R> Measured<R> map(Function<? super T, ? extends R> what) {
        return new Measured<>(at, value.map(what), why);
    }
}
