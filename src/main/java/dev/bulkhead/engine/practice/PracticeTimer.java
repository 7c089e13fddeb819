package dev.bulkhead.engine.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time of a practice engine, so that tests decide when it passes. */
public interface PracticeTimer extends InstantSource {

    /** Runs a task once after a delay; on any thread, but never before the delay is over. */
    void after(Duration delay, Runnable task);

    /** Returns the time of the wall clock, with delays that really pass. */
    static PracticeTimer realTime() {
        return new PracticeTimer() {
            @Override
            public Instant instant() {
                return InstantSource.system().instant();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                // The JDK's own timer thread: it is a daemon, so a task that waits does not keep the program alive.
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(task);
            }
        };
    }

    /** Returns a time that stands still and in which every delay is over at once. */
    static PracticeTimer immediate(Instant now) {
        return new PracticeTimer() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public void after(Duration delay, Runnable task) {
                task.run();
            }
        };
    }
}
