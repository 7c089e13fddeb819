package dev.bulkhead.workspace;

import dev.bulkhead.address.plan.Renumbering;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Edits that an operator might make, chosen by a seeded generator. */
final class RandomEdits {

    private static final List<String> SUBNETS =
            List.of("10.77.1.0/24", "172.30.8.0/22", "192.168.211.0/28", "10.200.0.0/16");

    private final Random random;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    /** Returns an edit that fits the topology. */
    TopologyEdit next(Topology topology) {
        List<TopologyEdit> moves = moves(topology);
        if (!moves.isEmpty() && random.nextInt(3) == 0) {
            return pick(moves);
        }
        List<Network> networks = List.copyOf(topology.networks().values());
        List<Service> services = List.copyOf(topology.services().values());
        if (services.isEmpty() || networks.isEmpty() || (networks.size() == 1 && random.nextInt(2) == 0)) {
            return addNetwork(topology);
        }
        Service service = pick(services);
        Network network = pick(networks);
        // Half of the edits are steered to where they fit; the others may be refused.
        if (random.nextBoolean() && !joinable(service, networks).isEmpty()) {
            network = pick(joinable(service, networks));
        }
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> attach(service, network);
            case 3 -> detach(service, network);
            case 4 -> addNetwork(topology);
            case 5 -> new TopologyEdit.RenameNetwork(network.key(), fresh(topology, "renamed"));
            case 6 -> new TopologyEdit.SetSubnet(network.key(), pick(SUBNETS));
            case 7 -> new TopologyEdit.SetInternal(network.key(), !network.internal());
            case 8 -> publish(service);
            case 9 ->
                service.ports().isEmpty()
                        ? publish(service)
                        : new TopologyEdit.Unpublish(service.key(), pick(service.ports()));
            case 10 -> new TopologyEdit.SetLabel(service.key(), "bulkhead.tried", pick(List.of("yes", "0640", "a: b")));
            default -> new TopologyEdit.RemoveNetwork(network.key());
        };
    }

    /** Returns moves of networks in whose subnets addresses were chosen; few projects have such networks. */
    private List<TopologyEdit> moves(Topology topology) {
        String subnet = pick(SUBNETS);
        List<TopologyEdit> moves = new ArrayList<>();
        for (String key : topology.networks().keySet()) {
            try {
                if (Renumbering.edit(topology, key, subnet) instanceof TopologyEdit.Renumber move) {
                    moves.add(move);
                }
            } catch (EditRejectedException tooSmall) {
                // another network may fit
            }
        }
        return moves;
    }

    private static List<Network> joinable(Service service, List<Network> networks) {
        return networks.stream()
                .filter(n -> service.attachments().stream()
                        .noneMatch(a -> a.network().equals(n.key())))
                .toList();
    }

    private TopologyEdit attach(Service service, Network network) {
        Attachment attachment = Attachment.to(network.key());
        if (random.nextInt(3) == 0) {
            attachment =
                    attachment.withAliases(List.of("also-" + service.key())).withPriority(random.nextInt(3));
        }
        return new TopologyEdit.Attach(service.key(), attachment);
    }

    private TopologyEdit detach(Service service, Network network) {
        return new TopologyEdit.Detach(
                service.key(),
                service.attachments().isEmpty()
                        ? network.key()
                        : pick(service.attachments()).network());
    }

    private TopologyEdit addNetwork(Topology topology) {
        String key = fresh(topology, "added");
        List<Subnet> pools = random.nextBoolean() ? List.of(Subnet.of(pick(SUBNETS))) : List.of();
        return new TopologyEdit.AddNetwork(
                new Network(key, topology.project() + "_" + key, NetworkOptions.defaults(), pools));
    }

    private TopologyEdit publish(Service service) {
        return new TopologyEdit.Publish(
                service.key(), PortMapping.of(20_000 + random.nextInt(20_000), 80 + random.nextInt(9), Protocol.TCP));
    }

    private static String fresh(Topology topology, String stem) {
        int number = 1;
        while (topology.networks().containsKey(stem + number)) {
            number++;
        }
        return stem + number;
    }

    private <T> T pick(List<T> choices) {
        return new ArrayList<>(choices).get(random.nextInt(choices.size()));
    }
}
