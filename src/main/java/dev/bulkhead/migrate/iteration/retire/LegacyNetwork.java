package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.topology.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Candidates for the network to retire. */
final class LegacyNetwork {

    private LegacyNetwork() {}

    /** Returns the networks that services are on, the likeliest first: made by nobody's iteration, with most members. */
    static List<Network> candidates(IterationInput input) {
        return input.topology().networks().values().stream()
                .filter(network -> !input.topology().members(network.key()).isEmpty())
                .sorted(Comparator.comparing((Network network) -> madeByIteration(network, input))
                        .thenComparing(
                                network ->
                                        input.topology().members(network.key()).size(),
                                Comparator.reverseOrder())
                        .thenComparing(Network::key))
                .toList();
    }

    private static boolean madeByIteration(Network network, IterationInput input) {
        Optional<ObservedNetwork> observed = input.observed().network(network.name());
        return observed.map(n -> n.options().labels().containsKey(NetworkLabels.TIER))
                .orElse(false);
    }
}
