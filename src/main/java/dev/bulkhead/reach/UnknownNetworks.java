package dev.bulkhead.reach;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Networks of which what decides is not known. They are taken for plain bridges; what would be otherwise if they were internal
 * is not certain.
 *
 * @param external real names of those that somebody else makes, of which no engine told and no file states what they are like
 * @param drivers real names of those whose driver is none of Docker's own: whether the host stands on them is not known either
 */
public record UnknownNetworks(SortedSet<String> external, SortedSet<String> drivers) {

    private static final Set<String> ENGINES_OWN = Set.of("bridge", "host", "none");

    private static final NetworkOptions INTERNAL =
            NetworkOptions.defaults().withExternal(true).withInternal(true);

    private static final NetworkOptions CUT_OFF = INTERNAL.withDriver("bridge")
            .withDriverOpts(Map.of(
                    "com.docker.network.bridge.gateway_mode_ipv4", "isolated",
                    "com.docker.network.bridge.inhibit_ipv4", "true"));

    /** Returns the unknown networks of a project; empty where it has none. */
    public static Optional<UnknownNetworks> of(Topology topology, ReachOptions options) {
        SortedSet<String> external = new TreeSet<>();
        SortedSet<String> drivers = new TreeSet<>();
        for (Network network : topology.networks().values()) {
            Optional<NetworkOptions> told = told(network, options);
            if (NetworkTraits.kind(told.orElse(network.options())) == NetworkTraits.Kind.OTHER) {
                drivers.add(network.name());
            } else if (network.external() && told.isEmpty() && !network.statedOnly()) {
                external.add(network.name());
            }
        }
        for (Service service : topology.services().values()) {
            if (service.networkMode() instanceof NetworkMode.Named(String name)
                    && !options.external().containsKey(name)) {
                external.add(name);
            }
        }
        drivers.removeAll(ENGINES_OWN);
        external.removeAll(ENGINES_OWN);
        external.removeAll(drivers);
        if (!external.isEmpty()) {
            // Two keys can stand for one network, of which one says what it is like.
            topology.networks().values().stream()
                    .filter(network -> !network.external()
                            || network.statedOnly()
                            || told(network, options).isPresent())
                    .forEach(network -> external.remove(network.name()));
        }
        return external.isEmpty() && drivers.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnknownNetworks(external, drivers));
    }

    private static Optional<NetworkOptions> told(Network network, ReachOptions options) {
        return network.external() ? Optional.ofNullable(options.external().get(network.name())) : Optional.empty();
    }

    /** Returns options by which all of them are internal. */
    ReachOptions asInternal(ReachOptions options) {
        ReachOptions taken = options;
        for (String name : external) {
            taken = taken.withExternal(name, INTERNAL);
        }
        for (String name : drivers) {
            taken = taken.withExternal(name, CUT_OFF);
        }
        return taken;
    }

    /** Returns why a pair is not certain: a network of its two ends that is internal in one view of a project only; the target's first. */
    static Judge.Finding doubt(IndexedTopology one, IndexedTopology other, int from, int to) {
        Optional<NetworkTraits> network = of(one, other, to).or(() -> of(one, other, from));
        boolean driver = network.filter(found -> found.kind() == NetworkTraits.Kind.OTHER)
                .isPresent();
        return Judge.Finding.of(driver ? ReachReason.DRIVER_UNKNOWN : ReachReason.EXTERNAL_UNKNOWN, network);
    }

    private static Optional<NetworkTraits> of(IndexedTopology one, IndexedTopology other, int subject) {
        if (subject < ReachMatrix.OUTSIDERS) {
            return Optional.empty();
        }
        NetworkSet networks = one.namespaces[subject - ReachMatrix.OUTSIDERS].networks();
        for (int n = 0; n < networks.size(); n++) {
            int network = networks.at(n);
            if (one.networks[network].internal() != other.networks[network].internal()
                    || one.networks[network].kind() != other.networks[network].kind()) {
                return Optional.of(one.networks[network]);
            }
        }
        return Optional.empty();
    }
}
