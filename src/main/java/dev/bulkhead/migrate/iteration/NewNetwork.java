package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Network that an iteration adds to a project.
 *
 * @param key its key in the files
 * @param name its real name
 * @param purpose what it is for, in a few words
 * @param range its address range; empty means one that the engine chooses
 * @param internal whether it has no way out
 * @param tier the role it stands for
 */
public record NewNetwork(String key, String name, String purpose, Optional<Cidr> range, boolean internal, String tier) {

    /** Who creates the networks of a project, and what they have in common. */
    public enum Management {
        /** Created first, external in the files. */
        EXTERNAL,
        /** Managed by Compose; created beforehand all the same, with the labels by which Compose adopts it. */
        MANAGED;

        /** Returns how a further network is managed beside others. */
        public static Management of(Collection<Network> others) {
            return others.stream().anyMatch(Network::external) ? EXTERNAL : MANAGED;
        }
    }

    /** Returns the network for the engine to have before services join it. */
    public WantedNetwork wanted(String project, Management management, SortedMap<String, String> driverOpts) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(NetworkLabels.PROJECT, project);
        labels.put(NetworkLabels.TIER, tier);
        switch (management) {
            case EXTERNAL -> {}
            case MANAGED -> {
                // Compose takes over a network that carries its own labels (compose pkg/compose/create.go)
                labels.put("com.docker.compose.project", project);
                labels.put("com.docker.compose.network", key);
            }
        }
        NetworkOptions options =
                new NetworkOptions(Optional.of("bridge"), false, internal, false, false, driverOpts, labels);
        return new WantedNetwork(
                key,
                new NetworkSpec(
                        name, options, range.map(NewNetwork::pool).stream().toList()),
                purpose);
    }

    /** The gateway is the one that engines choose; stated, the files tell it to who reads them. */
    private static Subnet pool(Cidr range) {
        return new Subnet(
                Optional.of(range.toString()),
                Optional.of(range.defaultGateway().toString()),
                Optional.empty(),
                Map.of());
    }

    /** Returns the network as files declare it; they tell what it is like, whoever creates it. */
    public static Network declared(WantedNetwork wanted, Management management) {
        NetworkSpec spec = wanted.spec();
        NetworkOptions found = spec.options();
        NetworkOptions options =
                found.withExternal(management == Management.EXTERNAL).withLabels(Map.of());
        return new Network(
                wanted.key(),
                spec.name(),
                options,
                spec.subnets(),
                Optional.of(wanted.purpose()).filter(purpose -> !purpose.isEmpty()));
    }
}
