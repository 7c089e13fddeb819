package dev.bulkhead.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Resources of a host that containers use at one moment.
 *
 * @param processors how many processors the host has
 * @param memory the host's memory in bytes
 * @param disk the file system of the engine's data; empty where it is not on this machine
 * @param containers container id to what it uses; those that do not run are left out
 */
public record ResourceUse(int processors, long memory, Optional<Disk> disk, SortedMap<String, Container> containers) {

    public ResourceUse {
        containers = Collections.unmodifiableSortedMap(new TreeMap<>(containers));
    }

    /** From a map in any order. */
    public static ResourceUse of(int processors, long memory, Optional<Disk> disk, Map<String, Container> containers) {
        return new ResourceUse(processors, memory, disk, new TreeMap<>(containers));
    }

    /**
     * What one container uses.
     *
     * @param processor share of one processor, 1 when it is fully used
     * @param memory bytes, without what is only cached
     */
    public record Container(double processor, long memory) {}

    /**
     * A file system.
     *
     * @param used bytes
     * @param size bytes
     */
    public record Disk(long used, long size) {}

    /** Returns the share of all processors that the containers use, 0 to 1. */
    public double processorShare() {
        double sum =
                containers.values().stream().mapToDouble(Container::processor).sum();
        return processors == 0 ? 0 : sum / processors;
    }

    /** Returns the bytes of memory that the containers use together. */
    public long memoryUsed() {
        return containers.values().stream().mapToLong(Container::memory).sum();
    }
}
