package dev.bulkhead.engine.docker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Backoff between tries, how long to wait before the next: twice as long each time up to a limit, and a little by
 * chance, so that many windows do not call on an engine that comes back at the same moment.
 *
 * @param first the wait after the first failure
 * @param longest no wait is longer, chance excepted
 * @param chance by how much of itself a wait may be longer, 0 to 1
 */
record Backoff(Duration first, Duration longest, double chance, RandomGenerator random) {

    static Backoff standard() {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.2, RandomGenerator.getDefault());
    }

    /** Returns the wait after a number of failures, counted from 1. */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, Integer.SIZE - 2);
        double plain = Math.min((double) longest.toMillis(), (double) first.toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis(Math.round(plain * (1 + chance * random.nextDouble())));
    }
}
