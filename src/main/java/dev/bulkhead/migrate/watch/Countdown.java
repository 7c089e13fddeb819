package dev.bulkhead.migrate.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stopwatch of a stretch of time that has to pass whole: it counts what a monotonic clock counts from the moment it is
 * first asked about a stretch. A wall clock that jumps neither ends a stretch nor lengthens it, and on Linux the time in
 * which the machine sleeps does not count.
 */
public final class Countdown {

    private final LongSupplier nanos;
    private String stretch = "";
    private long began;

    /** Counts by a monotonic clock of nanoseconds. */
    public Countdown(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Returns how long the named stretch lasts; another name begins another stretch. */
    public Duration elapsed(String name) {
        if (!stretch.equals(name)) {
            stretch = name;
            began = nanos.getAsLong();
        }
        return Duration.ofNanos(nanos.getAsLong() - began);
    }
}
