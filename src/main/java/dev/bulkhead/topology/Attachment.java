package dev.bulkhead.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service's membership in a network.
 *
 * @param network the key of the network
 * @param aliases further names of the service on this network, in file order
 * @param ipv4 static IPv4 address, as written
 * @param ipv6 static IPv6 address, as written
 * @param priority the highest is joined first ({@link Service#firstJoined})
 * @param gwPriority the highest provides the default gateway (Compose 2.33, engine 28)
 * @param macAddress MAC address on this network, as written
 * @param driverOpts options of the driver for this endpoint
 */
public record Attachment(
        String network,
        List<String> aliases,
        Optional<String> ipv4,
        Optional<String> ipv6,
        int priority,
        int gwPriority,
        Optional<String> macAddress,
        Map<String, String> driverOpts) {

    public Attachment {
        aliases = List.copyOf(aliases);
        driverOpts = Copies.sorted(driverOpts);
    }

    /** Returns a plain membership, as an entry of the list form gives. */
    public static Attachment to(String network) {
        return new Attachment(network, List.of(), Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), Map.of());
    }

    /** Returns whether only the map form of {@code networks} can state this membership. */
    public boolean needsMapForm() {
        return !equals(to(network));
    }

    /** Returns this membership with other aliases. */
    public Attachment withAliases(List<String> other) {
        return new Attachment(network, other, ipv4, ipv6, priority, gwPriority, macAddress, driverOpts);
    }

    /** Returns this membership with other static addresses. */
    public Attachment withAddresses(Optional<String> newIpv4, Optional<String> newIpv6) {
        return new Attachment(network, aliases, newIpv4, newIpv6, priority, gwPriority, macAddress, driverOpts);
    }

    /** Returns this membership with another rank in the order of joining. */
    public Attachment withPriority(int value) {
        return new Attachment(network, aliases, ipv4, ipv6, value, gwPriority, macAddress, driverOpts);
    }

    /** Returns this membership with another rank among those that can be the default gateway. */
    public Attachment withGwPriority(int value) {
        return new Attachment(network, aliases, ipv4, ipv6, priority, value, macAddress, driverOpts);
    }

    /** Returns this membership with a MAC address. */
    public Attachment withMacAddress(String address) {
        return new Attachment(network, aliases, ipv4, ipv6, priority, gwPriority, Optional.of(address), driverOpts);
    }

    /** Returns this membership under another network key. */
    public Attachment withNetwork(String key) {
        return new Attachment(key, aliases, ipv4, ipv6, priority, gwPriority, macAddress, driverOpts);
    }
}
