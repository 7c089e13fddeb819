package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.verify.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Result of a run.
 *
 * @param run its id
 * @param state its last state
 * @param times when it began and ended, and how long its operations took together
 * @param restorePoint the way back; empty when it ended before there was one
 * @param checks what was verified
 * @param away service to how long it was away, from the engine's events
 * @param outside what users saw of it, stretch by stretch
 * @param issues what was met on the way, one sentence each, the last one deciding
 */
public record RunResult(
        String run,
        RunState state,
        Times times,
        Optional<RestorePoint> restorePoint,
        List<CheckResult> checks,
        SortedMap<String, Downtime> away,
        List<SeenFromOutside.Stretch> outside,
        List<String> issues) {

    public RunResult {
        checks = List.copyOf(checks);
        outside = List.copyOf(outside);
        issues = List.copyOf(issues);
    }

    /** Returns the longest time that any one service was away. */
    public Duration longestAway() {
        return away.values().stream()
                .map(Downtime::away)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** When a run began and ended, and how long its operations took together. */
    public record Times(Instant began, Instant ended, Duration operations) {}
}
