package dev.bulkhead.migrate.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Observation that a guard made last.
 *
 * @param at when, by the wall clock
 * @param left how much of the time to confirm, or of the watch, was left by the guard's own monotonic clock
 * @param tally what was probed
 * @param failing flows and services that failed at the last look
 * @param seen what was seen when, in order
 * @param trouble what keeps the guard from going back, as a sentence; empty when nothing does
 */
public record GuardObservation(
        Instant at,
        Duration left,
        BreakMeter.Tally tally,
        List<String> failing,
        List<WatchStretch> seen,
        Optional<String> trouble) {

    public GuardObservation {
        failing = List.copyOf(failing);
        seen = List.copyOf(seen);
    }
}
