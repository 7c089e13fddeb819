package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.engine.EngineInfo;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Survey of a project for an iteration that has to know its containers from inside.
 *
 * @param stated service to all that the files say of it, which can hold secrets: never print it
 * @param sights service to its running container; without those that do not run
 * @param machine what the engine's machine has
 */
public record Survey(
        SortedMap<String, ResolvedValue.Fields> stated, SortedMap<String, Sight> sights, Optional<Machine> machine) {

    /** Nobody looked. */
    public static final Survey NONE = new Survey(new TreeMap<>(), new TreeMap<>(), Optional.empty());

    public Survey {
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
        sights = Collections.unmodifiableSortedMap(new TreeMap<>(sights));
    }

    /**
     * Machine of an engine.
     *
     * @param engine the engine
     * @param here whether it is the machine that Bulkhead runs on
     * @param processors how many it has; 0 where that is not told
     * @param memory bytes it has; 0 where that is not told
     */
    public record Machine(EngineInfo engine, boolean here, int processors, long memory) {}

    /** Returns all that the files say of a service. */
    public ResolvedValue.Fields of(String service) {
        return stated.getOrDefault(service, ResolvedValue.Fields.none());
    }

    /** Names the services, and nothing that their files say. */
    @Override
    public String toString() {
        return "Survey[" + Map.copyOf(sights).keySet() + ", " + machine + "]";
    }
}
