package dev.bulkhead.migrate.iteration.hardening.firewall;

import dev.bulkhead.topology.Protocol;
import java.util.Optional;

/**
 * Rule about packets that the host forwards.
 *
 * @param from range or address that they come from
 * @param to range or address that they go to, behind the engine's translation
 * @param port port of the host that they came to, before the engine's translation
 * @param drops whether they are dropped; else no later rule looks at them
 */
record PacketRule(Optional<String> from, Optional<String> to, Optional<HostPort> port, boolean drops) {

    /** Port of the host. */
    record HostPort(int number, Protocol protocol) {}

    static PacketRule passing(String from, String to) {
        return new PacketRule(Optional.of(from), Optional.of(to), Optional.empty(), false);
    }

    static PacketRule passing(String from) {
        return new PacketRule(Optional.of(from), Optional.empty(), Optional.empty(), false);
    }

    static PacketRule dropping(Optional<String> from, Optional<String> to) {
        return new PacketRule(from, to, Optional.empty(), true);
    }

    static PacketRule dropping(HostPort port) {
        return new PacketRule(Optional.empty(), Optional.empty(), Optional.of(port), true);
    }

    /** Returns the arguments of iptables. */
    String iptables() {
        return from.map(range -> " -s " + range).orElse("")
                + to.map(range -> " -d " + range).orElse("")
                + port.map(p -> " -p " + p.protocol().text() + " -m conntrack --ctorigdstport " + p.number()
                                + " --ctdir ORIGINAL")
                        .orElse("")
                + (drops ? " -j DROP" : " -j RETURN");
    }

    /** Returns the statement of nftables. */
    String nftables() {
        return from.map(range -> "ip saddr " + range + " ").orElse("")
                + to.map(range -> "ip daddr " + range + " ").orElse("")
                + port.map(p -> "meta l4proto " + p.protocol().text() + " ct direction original ct original proto-dst "
                                + p.number() + " ")
                        .orElse("")
                + (drops ? "drop" : "accept");
    }
}
