package dev.bulkhead.reach;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Firewall of a VPN client that others share (Gluetun): all leaves through the tunnel, but what goes to its own
 * networks and to the subnets it is told (gluetun-wiki {@code setup/options/firewall}).
 *
 * @param outbound subnets it may reach beside the tunnel
 */
record VpnGuard(List<Cidr> outbound) {

    /** Returns the guard of a service that is such a client. */
    static Optional<VpnGuard> of(Service service) {
        ContainerSpec container = service.container();
        boolean client = container
                        .image()
                        .map(i -> i.toLowerCase(Locale.ROOT).contains("gluetun"))
                        .orElse(false)
                || container.environment().containsKey("VPN_SERVICE_PROVIDER");
        if (!client) {
            return Optional.empty();
        }
        String subnets = container.environment().getOrDefault("FIREWALL_OUTBOUND_SUBNETS", "");
        return Optional.of(new VpnGuard(Arrays.stream(subnets.split(",", -1))
                .map(String::strip)
                .flatMap(text -> Cidr.enclosing(text).stream())
                .toList()));
    }
}
