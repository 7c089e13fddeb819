package dev.bulkhead.reach;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gateways of a service: its networks whose gateway can be its default route, the best first: highest priority, overlays last,
 * internal ones last, those with IPv6 first, then by real name (moby {@code Endpoint.Less}). An internal network has a
 * gateway only for IPv6 on engines before 25 that do not filter it; tried on 28.5: not even with the highest priority.
 */
final class Gateways {

    private final Optional<NetworkTraits> ipv4;
    private final Optional<NetworkTraits> ipv6;

    private Gateways(Optional<NetworkTraits> ipv4, Optional<NetworkTraits> ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /** Finds the gateways among the networks of attachments, which are given by their places among all. */
    static Gateways of(
            List<Attachment> attachments, List<Integer> places, List<NetworkTraits> all, ReachOptions options) {
        boolean current = options.engineMajor() >= ReachOptions.CURRENT_ENGINE;
        Optional<NetworkTraits> best = Optional.empty();
        Optional<NetworkTraits> overIpv6 = Optional.empty();
        int highest = 0;
        int highestOverIpv6 = 0;
        for (int i = 0; i < places.size(); i++) {
            NetworkTraits network = all.get(places.get(i));
            if (!network.leadsOut() && !(options.internalHasRoute() && network.unfilteredIpv6())) {
                continue;
            }
            int priority = current ? attachments.get(i).gwPriority() : 0;
            if (network.ipv4() && (best.isEmpty() || goesBefore(network, priority, best.get(), highest))) {
                best = Optional.of(network);
                highest = priority;
            }
            boolean has = network.ipv6() != NetworkTraits.Ipv6.NONE;
            if (has && (overIpv6.isEmpty() || goesBefore(network, priority, overIpv6.get(), highestOverIpv6))) {
                overIpv6 = Optional.of(network);
                highestOverIpv6 = priority;
            }
        }
        // Older engines have one gateway for both.
        return new Gateways(
                best, current ? overIpv6 : best.filter(network -> network.ipv6() != NetworkTraits.Ipv6.NONE));
    }

    private static boolean goesBefore(NetworkTraits one, int priority, NetworkTraits other, int otherPriority) {
        if (priority != otherPriority) {
            return priority > otherPriority;
        }
        boolean overlay = one.kind() == NetworkTraits.Kind.OVERLAY;
        if (overlay != (other.kind() == NetworkTraits.Kind.OVERLAY)) {
            return !overlay;
        }
        if (one.internal() != other.internal()) {
            return !one.internal();
        }
        if (both(one) != both(other)) {
            return both(one);
        }
        return one.realName().compareTo(other.realName()) < 0;
    }

    private static boolean both(NetworkTraits network) {
        return network.ipv4() && network.ipv6() != NetworkTraits.Ipv6.NONE;
    }

    /** Returns the network of the default route: for IPv4, or where there is none for IPv6. */
    Optional<NetworkTraits> first() {
        return ipv4.isPresent() ? ipv4 : ipv6;
    }

    /** Returns the network of the default route for IPv6 where it is another one. */
    Optional<NetworkTraits> second() {
        return ipv6.isPresent() && !ipv6.equals(first()) ? ipv6 : Optional.empty();
    }

    /** Returns the published ports: they exist on the gateways' networks only, and those decide the default address. */
    List<Binding> bindings(Service service) {
        if (service.ports().isEmpty()) {
            return List.of();
        }
        Optional<NetworkTraits> four = ipv4.filter(NetworkTraits::publishes);
        Optional<NetworkTraits> six = ipv6.filter(NetworkTraits::publishes);
        if (four.isEmpty() && six.isEmpty()) {
            return List.of();
        }
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < service.ports().size(); i++) {
            PortMapping mapping = service.ports().get(i);
            if (!mapping.readable()) {
                continue; // the engine refuses it, which is told by a finding
            }
            for (Optional<String> address :
                    mapping.hostIp().isPresent() ? List.of(mapping.hostIp()) : defaults(four, six)) {
                bindings.add(new Binding(i, mapping, address));
            }
        }
        // Nothing leads from IPv4 to a container that has none: the engine silently leaves such a port out.
        bindings.removeIf(binding -> four.isEmpty() && !binding.overIpv6());
        return bindings;
    }

    /** Where ports without an address are bound; an empty address is all of both families. */
    private static List<Optional<String>> defaults(Optional<NetworkTraits> ipv4, Optional<NetworkTraits> ipv6) {
        if (ipv4.isEmpty()) {
            return List.of(stated(ipv6.orElseThrow()).or(() -> Optional.of("::")));
        }
        Optional<String> four = stated(ipv4.get());
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
