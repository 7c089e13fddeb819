package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.address.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bridges of an engine on its host.
 *
 * @param bridges the bridge of each network by the network's real name
 * @param defaultDevice the device of the host's default route
 * @param around ranges in which the host itself stands
 * @param showsIpv4 whether the kernel shows packet rules for IPv4 what bridges carry ({@code bridge-nf-call-iptables})
 * @param showsIpv6 as {@code showsIpv4}, for IPv6
 */
public record EngineBridges(
        Map<String, Bridge> bridges,
        Optional<String> defaultDevice,
        List<Cidr> around,
        boolean showsIpv4,
        boolean showsIpv6) {

    public EngineBridges {
        around = List.copyOf(around);
        bridges = Map.copyOf(new TreeMap<>(bridges));
    }

    /**
     * A bridge.
     *
     * @param device its name; empty while it is not made
     * @param ranges subnets of its network
     * @param ipv4 whether its network has IPv4
     * @param ipv6 whether its network has IPv6
     */
    public record Bridge(Optional<String> device, List<Cidr> ranges, boolean ipv4, boolean ipv6) {

        /** A bridge of which nothing is known but that the engine is to make it. */
        public static final Bridge TO_BE = new Bridge(Optional.empty(), List.of(), true, false);

        public Bridge {
            ranges = List.copyOf(ranges);
        }
    }

    /** Returns the names of all that are made. */
    Set<String> devices() {
        return bridges.values().stream()
                .flatMap(bridge -> bridge.device().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
