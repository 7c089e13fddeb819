package dev.bulkhead.address;

import dev.bulkhead.topology.Element;
import java.util.regex.Pattern;

/** Owner of a range of addresses: who uses it. */
public sealed interface RangeOwner {

    /** A network that the project declares. */
    record DeclaredNetwork(String key) implements RangeOwner {}

    /** A network that the engine already has, by its real name. */
    record EngineNetwork(String name) implements RangeOwner {}

    /**
     * A route of the host that leaves through a device (a LAN, a VPN).
     *
     * @param onLink whether the range is reached directly; the engine keeps automatic subnets clear of such routes only
     *     (moby {@code netutils/utils_linux.go})
     */
    record HostRoute(String device, boolean onLink) implements RangeOwner {

        private static final Pattern TUNNEL =
                Pattern.compile("(tun|tap|wg|utun|ppp|tailscale|zt|nordlynx|proton|ipsec).*");

        /** Returns whether the device is named as those of VPNs are. */
        public boolean vpn() {
            return TUNNEL.matcher(device).matches();
        }
    }

    /** A range that the operator keeps for something Bulkhead cannot see. */
    record Reserved(String purpose) implements RangeOwner {}

    /** Returns the owner in the words of a sentence. */
    default String text() {
        return switch (this) {
            case DeclaredNetwork(String key) -> "network " + key;
            case EngineNetwork(String name) -> "the engine's network " + name;
            case HostRoute(String device, boolean onLink) -> "the host's route through " + device;
            case Reserved(String purpose) -> purpose;
        };
    }

    /** Returns the name of the owner. */
    default Element element() {
        return switch (this) {
            case DeclaredNetwork(String key) -> Element.network(key);
            case EngineNetwork(String name) -> new Element.EngineNetworkElement(name);
            case HostRoute(String device, boolean onLink) -> new Element.RouteElement(device);
            case Reserved(String purpose) -> new Element.ReservedElement(purpose);
        };
    }
}
