package dev.bulkhead.migrate.watch;

import java.io.IOException;

/** Starter of the guard that takes a change back when nobody confirms it. */
@FunctionalInterface
public interface GuardStarter {

    /** Starts none: the way for changes that stay at once. */
    GuardStarter NONE = (run, places) -> {
        throw new IOException("there is nothing here that could start it");
    };

    /**
     * Starts the guard of a run and returns once it stands.
     *
     * @param places where it keeps its lock, its log and what it sees
     * @throws IOException if it does not come to stand; the message is a part of a sentence
     */
    void start(String run, GuardFiles places) throws IOException, InterruptedException;
}
