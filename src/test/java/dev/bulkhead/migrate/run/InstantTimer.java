package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.practice.PracticeTimer;
import java.time.Duration;
import java.time.Instant;

/** A time in which everything that takes a while is done at once; each look at the clock is a second later. */
final class InstantTimer implements PracticeTimer {

    private Instant now = Instant.parse("2026-01-05T14:02:10Z");

    @Override
    public synchronized Instant instant() {
        now = now.plusSeconds(1);
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        task.run();
    }
}
