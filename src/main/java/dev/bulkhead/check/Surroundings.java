package dev.bulkhead.check;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.reach.ReachOptions;
import java.util.List;

/**
 * What is around a project.
 *
 * @param used ranges that the engine's other networks and the host's routes use already
 * @param reach what beside the project decides who reaches whom
 * @param pools what the engine gives networks that state no subnet
 */
public record Surroundings(List<UsedRange> used, ReachOptions reach, EnginePools pools) {

    /** Nothing is known: no other ranges, a current engine. */
    public static final Surroundings UNKNOWN = new Surroundings(List.of(), ReachOptions.defaults());

    public Surroundings {
        used = List.copyOf(used);
    }

    /** Surroundings with an engine whose pools are not configured. */
    public Surroundings(List<UsedRange> used, ReachOptions reach) {
        this(used, reach, EnginePools.DEFAULT);
    }
}
