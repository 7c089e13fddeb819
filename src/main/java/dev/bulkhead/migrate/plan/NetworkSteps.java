package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;

/** Steps of a plan that give the engine the networks that services are about to join. */
record NetworkSteps(PlanDraft draft) {

    /**
     * Plans a network that a phase wants, as the files say at its end: what a playbook sets on it beside, they know.
     *
     * @throws PlanException if the engine has another one of the name
     */
    void plan(WantedNetwork wanted, Topology after) throws PlanException {
        NetworkSpec spec = after.network(wanted.key())
                .map(declared -> new NetworkSpec(
                        wanted.spec().name(),
                        wanted.spec()
                                .options()
                                .withDriverOpts(declared.options().driverOpts()),
                        wanted.spec().subnets()))
                .orElse(wanted.spec());
        Optional<ObservedNetwork> present = draft.state().network(spec.name());
        if (present.isEmpty()) {
            draft.add(
                    new Operation.CreateNetwork(spec),
                    wanted.purpose() + "; the engine has no network of this name.",
                    Estimate.FREE);
            return;
        }
        if (!pools(present.get().subnets()).equals(pools(spec.subnets()))
                || present.get().options().internal() != spec.options().internal()) {
            throw new PlanException("The engine has a network " + spec.name() + " already, with "
                    + NetworkText.of(spec(present.get())) + " instead of " + NetworkText.of(spec)
                    + "; remove or rename it first.");
        }
    }

    /** Plans a network that the files declare and the engine lost: nobody was on it, so docker compose did not make it. */
    void planMissing(String name, Topology files) {
        if (draft.state().network(name).isPresent()) {
            return;
        }
        files.networks().values().stream()
                .filter(network -> network.name().equals(name) && !network.external())
                .findFirst()
                .ifPresent(network -> draft.add(
                        new Operation.CreateNetwork(declared(network, files)),
                        "The files declare it; the engine has no network of this name.",
                        Estimate.FREE));
    }

    private static NetworkSpec declared(Network network, Topology files) {
        return WantedNetwork.declared(files.project(), network).spec();
    }

    static NetworkSpec spec(ObservedNetwork network) {
        return new NetworkSpec(network.name(), network.options(), network.subnets());
    }

    private static List<String> pools(List<Subnet> subnets) {
        return subnets.stream().flatMap(pool -> pool.subnet().stream()).toList();
    }
}
