package dev.bulkhead.surroundings.host.firewall;

import dev.bulkhead.address.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Packets of one kind, as far as packet rules look at them.
 *
 * @param from where they come from
 * @param to where they go
 * @param begins whether they begin a connection; else they are of one that stands
 * @param ipv6 whether they are of IPv6
 */
record Packets(Side from, Side to, boolean begins, boolean ipv6) {

    /** Returns the packets that answer these. */
    Packets answers() {
        return new Packets(to, from, false, ipv6);
    }

    /** Where packets come from or go. */
    sealed interface Side {}

    /**
     * A network of the engine.
     *
     * @param device name of its bridge; empty while it is not made
     * @param ranges its subnets; empty while they are not known
     */
    record OfNetwork(Optional<String> device, List<Cidr> ranges) implements Side {
        OfNetwork {
            ranges = List.copyOf(ranges);
        }
    }

    /** The other networks of the engine, by the names of all of its bridges. */
    record OfOthers(Set<String> bridges) implements Side {
        OfOthers {
            bridges = Set.copyOf(bridges);
        }
    }

    /**
     * What is beyond the host.
     *
     * @param bridges names of the engine's bridges, over which nothing beyond is reached
     * @param device what the host's default route leads over
     * @param around ranges in which the host itself stands
     */
    record Beyond(Set<String> bridges, Optional<String> device, List<Cidr> around) implements Side {
        Beyond {
            bridges = Set.copyOf(bridges);
            around = List.copyOf(around);
        }
    }

    /** The host itself. */
    record Host() implements Side {}
}
