package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import java.util.List;
import java.util.Optional;

/**
 * A block of the picture of the address space, with the blocks inside it.
 *
 * @param cidr its range; of free blocks the first one
 * @param role what it is
 * @param trouble what is wrong with it
 * @param marks what lies inside a network's range
 * @param children the blocks inside, in the order of their addresses
 */
public record SpaceNode(Cidr cidr, Role role, Trouble trouble, Optional<Marks> marks, List<SpaceNode> children) {

    public SpaceNode {
        children = List.copyOf(children);
    }

    /** Role of a block of addresses. */
    public sealed interface Role {

        /** A range of one kind of addresses, for instance 172.16.0.0/12. */
        record Family(String title) implements Role {}

        /** A pool of the engine's, or, with {@code engine} false, a block that only keeps neighbours together. */
        record Pool(boolean engine) implements Role {}

        /** A network of the project. */
        record OwnNetwork(String key, Origin origin) implements Role {}

        /** A network that the engine has beside the project. */
        record OtherNetwork(String name) implements Role {}

        /** Range that a route of the host leads to. */
        record Route(String device, boolean vpn, boolean onLink) implements Role {}

        /** Blocks of the engine's pools that nobody uses, side by side. */
        record Free(Cidr last, int blocks) implements Role {}
    }

    /** Origin of a network's range. */
    public enum Origin {
        /** The files state it. */
        STATED,
        /** The engine gave it. */
        GIVEN,
        /** The engine will give it, if nothing changes until then. */
        FORECAST
    }

    /** Trouble of a block, worst last. */
    public enum Trouble {
        NONE,
        /** Another network may take it first. */
        CONTESTED,
        /** It shares addresses with another one. */
        COLLIDES
    }

    /**
     * Contents of a network's range.
     *
     * @param room the room, where the files state the range
     * @param running addresses in use on the engine
     */
    public record Marks(Optional<RoomReport> room, List<Ip> running) {
        public Marks {
            running = List.copyOf(running);
        }
    }

    /** Returns a text that no other block of the picture has, the same after every edit. */
    public String id() {
        return cidr + " "
                + switch (role) {
                    case Role.Family _ -> "family";
                    case Role.Pool _ -> "pool";
                    case Role.OwnNetwork own -> "network:" + own.key();
                    case Role.OtherNetwork other -> "engine:" + other.name();
                    case Role.Route route -> "route:" + route.device();
                    case Role.Free _ -> "free";
                };
    }

    /** Returns whether somebody uses it, unlike free blocks and those that only hold others. */
    public boolean used() {
        return switch (role) {
            case Role.OwnNetwork _, Role.OtherNetwork _, Role.Route _ -> true;
            case Role.Family _, Role.Pool _, Role.Free _ -> false;
        };
    }

    /** Returns how many blocks in it somebody uses, itself not counted. */
    public int usedInside() {
        return children.stream()
                .mapToInt(child -> (child.used() ? 1 : 0) + child.usedInside())
                .sum();
    }

    /** Returns it with a trouble, if that is worse than what it has. */
    SpaceNode troubled(Trouble worse) {
        return worse.compareTo(trouble) <= 0 ? this : new SpaceNode(cidr, role, worse, marks, children);
    }

    /** Returns it with blocks inside. */
    SpaceNode with(List<SpaceNode> inside) {
        return new SpaceNode(cidr, role, trouble, marks, inside);
    }
}
