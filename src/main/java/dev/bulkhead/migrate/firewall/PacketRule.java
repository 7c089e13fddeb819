package dev.bulkhead.migrate.firewall;

import dev.bulkhead.topology.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rule about packets that the host forwards, or that are for the host itself.
 *
 * @param from range or address that they come from, or several of one version, with commas between them
 * @param to range or address that they go to, behind the engine's translation, or several
 * @param port ports of the host that they came to, before the engine's translation
 * @param by what the operator wrote that drops them, as a log names it: a line of the rules file, or {@link #PORTS}; empty where
 *     they are let through, and no later rule looks at them
 */
record PacketRule(Optional<String> from, Optional<String> to, Optional<HostPorts> port, Optional<String> by) {

    /** How a log names the list of ports that may be published. */
    static final String PORTS = "ports";

    /** Version of the Internet Protocol. */
    enum Family {
        IPV4("ip"),
        IPV6("ip6");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        /** Returns the ranges that no address of the internet is of. */
        List<String> inside() {
            return switch (this) {
                case IPV4 -> List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
                case IPV6 -> List.of("fc00::/7", "fe80::/10");
            };
        }

        static Family of(String range) {
            return range.indexOf(':') < 0 ? IPV4 : IPV6;
        }

        /** Returns those of this version as a rule lists them; empty where there is none. */
        Optional<String> listed(List<String> ranges) {
            return ranges.stream().filter(range -> of(range) == this).distinct().reduce((a, b) -> a + "," + b);
        }
    }

    /** Ports of the host, one or a range. */
    record HostPorts(String first, String last, Protocol protocol) {

        /** Returns the ports that a published port names, if it names some. */
        static Optional<HostPorts> of(String published, Protocol protocol) {
            return published.matches("\\d{1,5}(-\\d{1,5})?")
                    ? Optional.of(new HostPorts(
                            published.replaceFirst("-.*", ""), published.replaceFirst(".*-", ""), protocol))
                    : Optional.empty();
        }

        private String range(char between) {
            return first.equals(last) ? first : first + between + last;
        }

        /** Returns what iptables says of packets to the host itself. */
        String iptables() {
            return " -p " + protocol.text() + " --dport " + range(':');
        }

        /** Returns what nftables says of packets to the host itself. */
        String nftables() {
            return protocol.text() + " dport " + range('-');
        }
    }

    static PacketRule passing(String from, String to) {
        return new PacketRule(Optional.of(from), Optional.of(to), Optional.empty(), Optional.empty());
    }

    static PacketRule passing(String from) {
        return new PacketRule(Optional.of(from), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PacketRule dropping(Optional<String> from, Optional<String> to, String by) {
        return new PacketRule(from, to, Optional.empty(), Optional.of(by));
    }

    static PacketRule dropping(HostPorts ports) {
        return new PacketRule(Optional.empty(), Optional.empty(), Optional.of(ports), Optional.of(PORTS));
    }

    /** Returns the version that it is about; empty where it is about both. */
    Optional<Family> family() {
        return Stream.of(from, to).flatMap(Optional::stream).map(Family::of).findFirst();
    }

    /** Returns the arguments of iptables that say which packets. */
    String iptables() {
        return from.map(range -> " -s " + range).orElse("")
                + to.map(range -> " -d " + range).orElse("")
                + port.map(p -> " -p " + p.protocol().text() + " -m conntrack --ctorigdstport " + p.range(':')
                                + " --ctdir ORIGINAL")
                        .orElse("");
    }

    /** Returns what nftables says of which packets. */
    String nftables() {
        String word = family().map(family -> family.word).orElse("");
        return from.map(range -> word + " saddr " + set(range) + " ").orElse("")
                + to.map(range -> word + " daddr " + set(range) + " ").orElse("")
                + port.map(p -> "meta l4proto " + p.protocol().text() + " ct direction original ct original proto-dst "
                                + p.range('-') + " ")
                        .orElse("");
    }

    private static String set(String ranges) {
        return ranges.indexOf(',') < 0 ? ranges : "{ " + ranges.replace(",", ", ") + " }";
    }
}
