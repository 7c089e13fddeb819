package dev.bulkhead.app;

import dev.bulkhead.engine.practice.PracticeTimer;
import java.time.Duration;
import java.time.Instant;

/** Timer of practice engines in which waiting is a fraction of what it would be. */
final class SwiftTimer implements PracticeTimer {

    private static final int FACTOR = 12;

    private final PracticeTimer real = PracticeTimer.realTime();

    @Override
    public Instant instant() {
        return real.instant();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        real.after(delay.dividedBy(FACTOR), task);
    }
}
