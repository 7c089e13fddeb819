package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.address.Cidr;
import java.util.List;
import java.util.Set;

/** What a packet rule asks of packets. */
sealed interface RuleMatch {

    /** Which packets of a kind it fits. */
    enum Fit {
        NONE,
        SOME,
        ALL;

        /** Returns which packets fit this and another. */
        Fit and(Fit other) {
            return compareTo(other) <= 0 ? this : other;
        }

        private Fit not(boolean negated) {
            return switch (this) {
                case NONE -> negated ? ALL : NONE;
                case SOME -> SOME;
                case ALL -> negated ? NONE : ALL;
            };
        }
    }

    /** Returns which packets of a kind it fits. */
    Fit of(Packets packets);

    /**
     * The device that packets come in or go out by.
     *
     * @param in whether it is that by which they come
     * @param name its name; a last {@code +} or {@code *} stands for any end
     * @param negated whether it is any other
     */
    record Device(boolean in, String name, boolean negated) implements RuleMatch {

        private static final String BRIDGE = "br-";
        private static final String DEFAULT = "docker0";
        private static final String OF_CONTAINERS = "veth";
        /** Devices behind which there are guests of this host, or a VPN, and neither the LAN nor the internet. */
        private static final Set<String> VIRTUAL =
                Set.of("virbr", "vnet", "lxcbr", "lxdbr", "cni", "podman", "tun", "tap", "wg", "tailscale", "zt");

        @Override
        public Fit of(Packets packets) {
            return fit(in ? packets.from() : packets.to()).not(negated);
        }

        private Fit fit(Packets.Side side) {
            return switch (side) {
                case Packets.Host _ -> Fit.NONE;
                case Packets.OfNetwork network ->
                    network.device().map(this::names).orElseGet(this::bridgeToBe) ? Fit.ALL : Fit.NONE;
                case Packets.OfOthers(Set<String> bridges) -> any() ? Fit.ALL : ofBridges(bridges);
                case Packets.Beyond beyond -> ofBeyond(beyond);
            };
        }

        private boolean open() {
            return name.endsWith("+") || name.endsWith("*");
        }

        private String start() {
            return open() ? name.substring(0, name.length() - 1) : name;
        }

        private boolean any() {
            return open() && start().isEmpty();
        }

        private boolean names(String device) {
            return open() ? device.startsWith(start()) : device.equals(name);
        }

        /** A bridge that is yet to be made has a name by chance, of which a rule knows the beginning at most. */
        private boolean bridgeToBe() {
            return open() && BRIDGE.startsWith(start());
        }

        private Fit ofBridges(Set<String> bridges) {
            boolean some = bridges.stream().anyMatch(this::names) || bridgeToBe();
            return some ? Fit.SOME : Fit.NONE;
        }

        private Fit ofBeyond(Packets.Beyond beyond) {
            if (any()
                    || beyond.device()
                            .filter(device -> !open() && device.equals(name))
                            .isPresent()) {
                return Fit.ALL;
            }
            boolean ofEngine = open()
                    ? List.of(BRIDGE, DEFAULT, OF_CONTAINERS).stream()
                            .anyMatch(start -> start.startsWith(start()) || start().startsWith(start))
                    : name.equals("lo")
                            || name.equals(DEFAULT)
                            || (beyond.device().isPresent() && VIRTUAL.stream().anyMatch(name::startsWith))
                            || name.startsWith(OF_CONTAINERS)
                            || name.matches(BRIDGE + "[0-9a-f]{12}")
                            || beyond.bridges().contains(name);
            return ofEngine ? Fit.NONE : Fit.SOME;
        }
    }

    /**
     * The address that packets come from or go to.
     *
     * @param source whether it is that from which they come
     * @param range what it is in
     * @param negated whether it is in any other
     */
    record Address(boolean source, Cidr range, boolean negated) implements RuleMatch {

        @Override
        public Fit of(Packets packets) {
            if (range.isIpv4() == packets.ipv6()) {
                return Fit.NONE;
            }
            if (range.prefixLength() == 0) {
                return Fit.ALL.not(negated);
            }
            return switch (source ? packets.from() : packets.to()) {
                case Packets.OfNetwork network -> of(network.ranges(), packets.ipv6());
                case Packets.Beyond beyond -> negated || decides(beyond) ? Fit.SOME : Fit.NONE;
                case Packets.OfOthers _, Packets.Host _ -> Fit.SOME;
            };
        }

        /** One machine alone does not decide of all that is beyond the host, nor does a range where the host does not stand. */
        private boolean decides(Packets.Beyond beyond) {
            return range.prefixLength() < range.bitCount()
                    && (beyond.around().isEmpty() || beyond.around().stream().anyMatch(range::overlaps));
        }

        private Fit of(List<Cidr> ranges, boolean ipv6) {
            List<Cidr> same =
                    ranges.stream().filter(cidr -> cidr.isIpv4() != ipv6).toList();
            if (same.isEmpty()) {
                return Fit.SOME;
            }
            if (same.stream().allMatch(range::contains)) {
                return Fit.ALL.not(negated);
            }
            return same.stream().noneMatch(range::overlaps) ? Fit.NONE.not(negated) : Fit.SOME;
        }
    }

    /**
     * The state of the connection that packets are of.
     *
     * @param states words such as {@code NEW}
     * @param negated whether it is any other
     */
    record State(Set<String> states, boolean negated) implements RuleMatch {
        public State {
            states = Set.copyOf(states);
        }

        @Override
        public Fit of(Packets packets) {
            boolean fits = states.contains(packets.begins() ? "NEW" : "ESTABLISHED");
            // Whether the destination was translated is told in the same place.
            boolean translated = states.contains("DNAT") || states.contains("SNAT");
            return translated && !fits ? Fit.SOME : (fits ? Fit.ALL : Fit.NONE).not(negated);
        }
    }

    /**
     * The protocol of packets.
     *
     * @param name its name or number
     * @param negated whether it is any other
     */
    record Protocol(String name, boolean negated) implements RuleMatch {

        private static final Set<String> ALL = Set.of("all", "0");
        /** Packets of the program that containers send to each other are of these. */
        private static final Set<String> CARRIED = Set.of("tcp", "6", "udp", "17", "sctp", "132");

        @Override
        public Fit of(Packets packets) {
            if (ALL.contains(name)) {
                return Fit.ALL.not(negated);
            }
            return CARRIED.contains(name) ? Fit.SOME : Fit.NONE.not(negated);
        }
    }

    /** One of two address families. */
    record Family(boolean ipv6) implements RuleMatch {
        @Override
        public Fit of(Packets packets) {
            return packets.ipv6() == ipv6 ? Fit.ALL : Fit.NONE;
        }
    }

    /**
     * One of several.
     *
     * @param matches which
     * @param negated whether it is none of them
     */
    record AnyOf(List<RuleMatch> matches, boolean negated) implements RuleMatch {
        public AnyOf {
            matches = List.copyOf(matches);
        }

        @Override
        public Fit of(Packets packets) {
            Fit most = Fit.NONE;
            for (RuleMatch match : matches) {
                Fit fit = match.of(packets);
                most = fit.compareTo(most) > 0 ? fit : most;
            }
            return most.not(negated);
        }
    }

    /** A mark, which packets have only where a rule gave them one. */
    record Marked() implements RuleMatch {
        @Override
        public Fit of(Packets packets) {
            return Fit.SOME;
        }
    }

    /** Something that is not looked into here, which may fit or not. */
    record Unread() implements RuleMatch {
        @Override
        public Fit of(Packets packets) {
            return Fit.SOME;
        }
    }

    /** Something that packets which come the right way do not have, such as a sender's address that is not theirs. */
    record Odd() implements RuleMatch {
        @Override
        public Fit of(Packets packets) {
            return Fit.NONE;
        }
    }
}
