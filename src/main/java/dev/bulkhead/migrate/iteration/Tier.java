package dev.bulkhead.migrate.iteration;

/**
 * A role that services share, and the network that stands for it.
 *
 * @param id the role's short name, for instance {@code frontend}
 * @param network the key and real name of its network, for instance {@code frontend-net}
 * @param internal whether the network has no way out
 * @param reserved whether the network is made although nothing stands in it yet
 * @param entered whether requests reach the tier through the reverse proxy
 * @param collected whether metrics are collected from the tier over the network
 * @param purpose one line for people
 */
public record Tier(
        String id,
        String network,
        boolean internal,
        boolean reserved,
        boolean entered,
        boolean collected,
        String purpose) {}
