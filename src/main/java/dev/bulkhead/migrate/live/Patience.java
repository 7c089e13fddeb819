package dev.bulkhead.migrate.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Passing of time while a run waits for something: what its limits are counted in, and how a wait goes by. No wall clock,
 * which somebody may set; where the engine is one that practises, a limit passes without anybody waiting for it.
 */
public interface Patience extends Pause {

    /** Returns the nanoseconds that have passed since some moment. */
    long nanos();

    /** Blocks until a monitor, which the caller holds, is notified, or until a time has passed; may return sooner. */
    void await(Object monitor, Duration most) throws InterruptedException;

    /** Returns the passing of real time. */
    static Patience real() {
        return new Patience() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }

            @Override
            public void await(Object monitor, Duration most) throws InterruptedException {
                TimeUnit.NANOSECONDS.timedWait(monitor, most.toNanos());
            }
        };
    }
}
