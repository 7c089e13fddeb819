package dev.bulkhead.engine.stream;

import java.time.Duration;
import java.util.Optional;

/** Stream of what an engine goes on telling until it is closed or comes to its end. */
public interface EngineStream extends AutoCloseable {

    /**
     * Waits for the end.
     *
     * @return false when the limit has passed
     */
    boolean await(Duration limit) throws InterruptedException;

    /** Returns why it broke off, once it did; empty while it goes on and when it ended as it should. */
    Optional<String> failure();

    /** Ends it; nothing is told any more. */
    @Override
    void close();
}
