package dev.bulkhead.layout;

import java.util.List;

/**
 * Services whose cards stand below each other because they share one network namespace; mostly just one.
 *
 * @param services the owner first
 */
record Cluster(List<String> services) {

    Cluster {
        services = List.copyOf(services);
    }
}
