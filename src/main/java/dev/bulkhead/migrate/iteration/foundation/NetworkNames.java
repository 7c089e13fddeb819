package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.topology.Network;
import java.util.Optional;

/** Real names of the tiers' networks, which are shared by all projects of an engine. */
final class NetworkNames {

    private final IterationInput input;

    NetworkNames(IterationInput input) {
        this.input = input;
    }

    /** Returns the declared name; for a new network the tier's own, or with the project in front where it is taken. */
    String of(Tier tier) {
        Optional<String> declared = input.topology().network(tier.network()).map(Network::name);
        return declared.orElseGet(() ->
                takenByAnother(tier.network()) ? input.topology().project() + "-" + tier.network() : tier.network());
    }

    /** Returns the range that a tier's network has in the files or on the engine. */
    Optional<Cidr> range(Tier tier) {
        return input.topology()
                .network(tier.network())
                .map(Network::subnets)
                .or(() -> input.observed().network(of(tier)).filter(this::ours).map(ObservedNetwork::subnets))
                .flatMap(pools -> SubnetPlanner.ranges(pools).stream().findFirst());
    }

    private boolean takenByAnother(String name) {
        return input.observed().network(name).map(network -> !ours(network)).orElse(false);
    }

    /** Returns whether the network was made for this project. */
    boolean ours(ObservedNetwork network) {
        return input.topology().project().equals(network.options().labels().get(NetworkLabels.PROJECT));
    }
}
