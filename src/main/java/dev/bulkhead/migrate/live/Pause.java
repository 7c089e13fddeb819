package dev.bulkhead.migrate.live;

import java.time.Duration;

/** Pause between two tries. */
@FunctionalInterface
public interface Pause {

    /** Blocks for a time. */
    void pause(Duration time) throws InterruptedException;
}
