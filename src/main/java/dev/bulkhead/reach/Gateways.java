package dev.bulkhead.reach;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The networks of a service whose gateways can be its default route, the best first: highest priority, overlays last,
 * internal ones last, those with IPv6 first, then by real name (moby {@code Endpoint.Less}). An internal network has a
 * gateway only for IPv6 on engines that do not filter it; tried on 28.5: not even with the highest priority.
 */
final class Gateways {

    private static final Comparator<NetworkTraits> ORDER = Comparator.comparing(
                    (NetworkTraits network) -> network.kind() == NetworkTraits.Kind.OVERLAY)
            .thenComparing(NetworkTraits::internal)
            .thenComparing(network -> network.ipv6() == NetworkTraits.Ipv6.NONE)
            .thenComparing(NetworkTraits::realName);

    private record Candidate(NetworkTraits network, int priority) {}

    private final Optional<NetworkTraits> ipv4;
    private final Optional<NetworkTraits> ipv6;

    private Gateways(Optional<NetworkTraits> ipv4, Optional<NetworkTraits> ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /** Finds the gateways among the networks of attachments, given in the same order. */
    static Gateways of(List<Attachment> attachments, List<NetworkTraits> networks, ReachOptions options) {
        boolean current = options.engineMajor() >= ReachOptions.CURRENT_ENGINE;
        Optional<Candidate> best = Optional.empty();
        Optional<Candidate> bestOverIpv6 = Optional.empty();
        for (int i = 0; i < networks.size(); i++) {
            NetworkTraits network = networks.get(i);
            if (network.leadsOut() || network.unfilteredIpv6()) {
                int priority = current ? attachments.get(i).gwPriority() : 0;
                Candidate candidate = new Candidate(network, priority);
                best = better(best, candidate);
                bestOverIpv6 =
                        network.ipv6() == NetworkTraits.Ipv6.NONE ? bestOverIpv6 : better(bestOverIpv6, candidate);
            }
        }
        // Older engines have one gateway for both.
        Optional<Candidate> overIpv6 =
                current ? bestOverIpv6 : best.filter(b -> b.network.ipv6() != NetworkTraits.Ipv6.NONE);
        return new Gateways(best.map(Candidate::network), overIpv6.map(Candidate::network));
    }

    private static Optional<Candidate> better(Optional<Candidate> best, Candidate other) {
        if (best.isEmpty()) {
            return Optional.of(other);
        }
        int priority = Integer.compare(other.priority, best.get().priority);
        boolean before = priority > 0 || (priority == 0 && ORDER.compare(other.network, best.get().network) < 0);
        return before ? Optional.of(other) : best;
    }

    /** Returns the network of the default route. */
    Optional<NetworkTraits> first() {
        return ipv4;
    }

    /** Returns the published ports: they exist on the gateways' networks only, and those decide the default address. */
    List<Binding> bindings(Service service) {
        if (ipv4.filter(network -> network.leadsOut() && network.kind() != NetworkTraits.Kind.LAN)
                .isEmpty()) {
            return List.of();
        }
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < service.ports().size(); i++) {
            PortMapping mapping = service.ports().get(i);
            for (Optional<String> address : mapping.hostIp().isPresent() ? List.of(mapping.hostIp()) : defaults()) {
                bindings.add(new Binding(i, mapping, address));
            }
        }
        return bindings;
    }

    /** Where ports without an address are bound; an empty address is all of both families. */
    private List<Optional<String>> defaults() {
        Optional<String> four = stated(ipv4.orElseThrow());
        Optional<String> six = ipv6.map(Gateways::stated).orElse(four);
        if (four.isPresent() == six.isPresent()) {
            return List.of(four);
        }
        return four.isPresent() ? List.of(four, Optional.of("::")) : List.of(Optional.of("0.0.0.0"));
    }

    /** An IPv4 address of a network's own keeps its ports off all IPv6 addresses. */
    private static Optional<String> stated(NetworkTraits network) {
        return network.hostBinding().filter(address -> !address.equals("0.0.0.0"));
    }
}
