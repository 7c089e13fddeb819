package dev.bulkhead.architecture.bad.reach;

import java.time.Instant;

/** A decision that differs from one moment to the next. */
public final class LooksAtTheClock {
    private LooksAtTheClock() {}

    public static boolean reachable() {
        return Instant.now().getEpochSecond() % 2 == 0;
    }
}
