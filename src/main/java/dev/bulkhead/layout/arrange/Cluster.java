package dev.bulkhead.layout.arrange;

import java.util.List;

/**
 * Services whose cards stand below each other because they share one network namespace; mostly just one.
 *
 * @param services the owner first
 */
public record Cluster(List<String> services) {

    public Cluster {
        services = List.copyOf(services);
    }
}
