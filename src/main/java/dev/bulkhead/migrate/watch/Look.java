package dev.bulkhead.migrate.watch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Look at a running project: which flows worked and which services were ready at one moment.
 *
 * @param flows flow to whether it worked; what could not be told is left out
 * @param services service to whether every container of it ran and was healthy
 */
public record Look(SortedMap<String, Boolean> flows, SortedMap<String, Boolean> services) {

    public Look {
        flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }
}
