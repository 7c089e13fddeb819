package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Networks that a project expects to find, made so that it can run.
 *
 * <p>Its files say nothing of their subnets, but the fixed addresses that its services ask for lie in them.
 */
final class ExternalNetworks {

    private static final int USUAL_IPV4 = 24;
    private static final int USUAL_IPV6 = 64;

    private ExternalNetworks() {}

    /**
     * Returns the networks that have to be there before a project comes up, in the order to make them: those of its own
     * that state their subnets come first, since the engine would give them away to those that state none.
     */
    static List<NetworkSpec> before(Topology topology) {
        Stream<NetworkSpec> own = topology.networks().values().stream()
                .filter(network -> !topology.members(network.key()).isEmpty())
                .filter(network -> !network.external() && !network.subnets().isEmpty())
                .map(network -> PracticeCompose.spec(topology, network));
        Stream<NetworkSpec> external = topology.networks().values().stream()
                .filter(Network::external)
                .map(network -> spec(topology, network))
                .sorted(Comparator.comparing(spec -> spec.subnets().isEmpty()));
        return Stream.concat(own, external).toList();
    }

    /** Returns what an external network has to be like. */
    private static NetworkSpec spec(Topology topology, Network network) {
        NetworkOptions options = network.options().withExternal(false);
        if (!network.subnets().isEmpty()) {
            return new NetworkSpec(network.name(), options, network.subnets());
        }
        List<Subnet> pools = new ArrayList<>();
        around(addresses(topology, network, Attachment::ipv4), USUAL_IPV4).ifPresent(pools::add);
        Optional<Subnet> ipv6 = around(addresses(topology, network, Attachment::ipv6), USUAL_IPV6);
        ipv6.ifPresent(pools::add);
        NetworkOptions fitting =
                options.withFamilies(IpFamilies.of(options.enableIpv4(), options.enableIpv6() || ipv6.isPresent()));
        return new NetworkSpec(network.name(), fitting, pools);
    }

    private static List<IPAddress> addresses(
            Topology topology, Network network, Function<Attachment, Optional<String>> fixed) {
        return topology.services().values().stream()
                .flatMap(service -> service.attachments().stream())
                .filter(attachment -> attachment.network().equals(network.key()))
                .flatMap(attachment -> fixed.apply(attachment).stream())
                .map(text -> new IPAddressString(text).getAddress())
                .filter(address -> address != null)
                .toList();
    }

    /** Returns the usual block that holds the addresses, or the smallest larger one, with a gateway that is none of them. */
    private static Optional<Subnet> around(List<IPAddress> addresses, int usual) {
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        int prefix = usual;
        IPAddress block = addresses.getFirst().toPrefixBlock(prefix);
        while (prefix > 1 && !addresses.stream().allMatch(block::contains)) {
            prefix--;
            block = addresses.getFirst().toPrefixBlock(prefix);
        }
        IPAddress gateway = block.getLower().withoutPrefixLength().increment(1);
        while (addresses.contains(gateway)) {
            gateway = gateway.increment(1);
        }
        return Optional.of(new Subnet(
                Optional.of(block.toCanonicalString()),
                Optional.of(gateway.toCanonicalString()),
                Optional.empty(),
                Map.of()));
    }
}
