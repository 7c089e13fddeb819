package dev.bulkhead.reach;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Firewall of a VPN client that others share. Of Gluetun it is known that all leaves through the tunnel, but what goes to its
 * own networks and to the subnets it is told (gluetun-wiki {@code setup/options/firewall}); of the others it is not.
 *
 * @param known whether it is known what it lets pass
 * @param outbound subnets it may reach beside the tunnel
 */
record VpnGuard(boolean known, List<Cidr> outbound) {

    /** Names of images whose containers send all they have through a tunnel; what else they let pass differs. */
    private static final Set<String> CLIENTS = Set.of(
            "openvpn-client",
            "docker-openvpn-client",
            "docker-wireguard-pia",
            "docker-wireguard",
            "wireguard-client",
            "nordvpn",
            "nordlynx",
            "docker-nordvpn",
            "protonvpn",
            "expressvpn",
            "mullvadvpn",
            "surfshark",
            "docker-surfshark",
            "transmission-openvpn",
            "docker-transmission-openvpn",
            "qbittorrentvpn",
            "docker-qbittorrentvpn");

    /** Each of the names above contains one of these; looking for them costs less than taking a name apart. */
    private static final List<String> MARKS = List.of("vpn", "wireguard", "nordlynx", "surfshark");

    /** A client, or a server where it is told its peers. */
    private static final String EITHER = "wireguard";

    /** Returns the guard of a service that is such a client. */
    static Optional<VpnGuard> of(Service service) {
        ContainerSpec container = service.container();
        String image = container.image().orElse("").toLowerCase(Locale.ROOT);
        Map<String, String> environment = container.environment();
        if (image.contains("gluetun") || environment.containsKey("VPN_SERVICE_PROVIDER")) {
            String subnets = environment.getOrDefault("FIREWALL_OUTBOUND_SUBNETS", "");
            return Optional.of(new VpnGuard(
                    true,
                    Arrays.stream(subnets.split(",", -1))
                            .map(String::strip)
                            .flatMap(text -> Cidr.enclosing(text).stream())
                            .toList()));
        }
        // Every edit asks this of thousands, of which few are any such thing.
        String name = marked(image) ? name(image) : "";
        boolean client = CLIENTS.contains(name)
                || (name.startsWith("arch-") && name.endsWith("vpn"))
                || (name.equals(EITHER) && !environment.containsKey("PEERS"))
                || environment.getOrDefault("TS_EXTRA_ARGS", "").contains("--exit-node");
        return client ? Optional.of(new VpnGuard(false, List.of())) : Optional.empty();
    }

    private static boolean marked(String image) {
        for (String mark : MARKS) {
            if (image.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last part of an image's name, without tag and digest. */
    private static String name(String image) {
        int digest = image.indexOf('@');
        String named = digest < 0 ? image : image.substring(0, digest);
        String last = named.substring(named.lastIndexOf('/') + 1);
        int tag = last.indexOf(':');
        return tag < 0 ? last : last.substring(0, tag);
    }
}
