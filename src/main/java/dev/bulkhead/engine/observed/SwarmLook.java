package dev.bulkhead.engine.observed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an engine tells of itself as a host among others.
 *
 * @param reachedAt where the engine was reached
 * @param version the engine's version
 * @param clock what its host's clock showed when it was asked; empty where it does not tell
 * @param state what it is in a Swarm
 * @param address the address by which the others of its Swarm reach it; empty outside of one
 * @param managers addresses of the managers of its Swarm, with their port
 */
public record SwarmLook(
        String reachedAt,
        String version,
        Optional<Instant> clock,
        State state,
        Optional<String> address,
        Set<String> managers) {

    /** An engine that tells nothing of that. */
    public static final SwarmLook UNTOLD =
            new SwarmLook("", "", Optional.empty(), State.NONE, Optional.empty(), Set.of());

    public SwarmLook {
        managers = new TreeSet<>(managers);
    }

    @Override
    public Set<String> managers() {
        return new TreeSet<>(managers);
    }

    /** What an engine is in a Swarm. */
    public enum State {
        /** It is in none. */
        NONE,
        WORKER,
        MANAGER,
        /** It is in one that it cannot take part in: locked, or not joined to its end. */
        DISTURBED
    }

    /** Returns whether it is in a Swarm and takes part. */
    public boolean takesPart() {
        return state == State.WORKER || state == State.MANAGER;
    }
}
