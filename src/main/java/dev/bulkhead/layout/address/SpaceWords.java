package dev.bulkhead.layout.address;

import dev.bulkhead.address.plan.RoomReport;
import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.address.plan.SpaceNode.Marks;
import dev.bulkhead.address.plan.SpaceNode.Origin;
import dev.bulkhead.address.plan.SpaceNode.Role;
import dev.bulkhead.address.plan.SpaceNode.Trouble;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words about a block of the address space. */
public final class SpaceWords {

    private static final BigInteger MANY = BigInteger.valueOf(1_000_000_000);

    private SpaceWords() {}

    /** Returns what a block is called. */
    public static String name(SpaceNode node) {
        return switch (node.role()) {
            case Role.Family family -> family.title();
            case Role.Pool _ -> node.cidr().toString();
            case Role.OwnNetwork own -> own.key();
            case Role.OtherNetwork other -> other.name();
            case Role.Route route -> route.device();
            case Role.Free(var last, int blocks) -> blocks == 1 ? "1 pool free" : blocks + " pools free";
        };
    }

    /** Returns what kind of block it is, in a word or two. */
    public static String kind(SpaceNode node) {
        return switch (node.role()) {
            case Role.Family _ -> "";
            case Role.Pool(boolean engine) -> engine ? "default pool" : "";
            case Role.OwnNetwork own ->
                switch (own.origin()) {
                    case STATED -> "";
                    case GIVEN -> "as it runs";
                    case FORECAST -> "next automatic";
                };
            case Role.OtherNetwork _ -> "engine";
            case Role.Route(String device, boolean vpn, boolean onLink) -> vpn ? "VPN" : onLink ? "LAN" : "route";
            case Role.Free _ -> "";
        };
    }

    /** Returns the range of a block. */
    public static String range(SpaceNode node) {
        return node.role() instanceof Role.Free(var last, int blocks) && blocks > 1
                ? node.cidr() + " – " + last
                : node.cidr().toString();
    }

    /** Returns how full a block is, in a few words; empty where that is not known. */
    public static String use(SpaceNode node) {
        Optional<RoomReport> room = node.marks().flatMap(Marks::room);
        if (room.isPresent()) {
            int members =
                    room.get().range().statics().size() + room.get().range().automatic();
            return members + " of " + count(room.get().usable());
        }
        int running = node.marks().map(m -> m.running().size()).orElse(0);
        return running == 0 ? "" : running + " running";
    }

    /** Returns a number that can be read: IPv6 networks have room for more than anybody counts. */
    public static String count(BigInteger number) {
        return number.compareTo(MANY) < 0
                ? String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f')
                : "2^" + (number.bitLength() - (number.bitCount() == 1 ? 1 : 0));
    }

    /** Returns everything about a block in one or two sentences. */
    public static String sentence(SpaceNode node) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (node.role()) {
                    case Role.Family(String title) -> title + ": " + node.cidr();
                    case Role.Pool(boolean engine) ->
                        (engine ? "Default pool " : "Block ") + node.cidr() + " holds " + node.usedInside() + " in use";
                    case Role.OwnNetwork own -> "Network " + own.key() + ": " + node.cidr() + origin(own.origin());
                    case Role.OtherNetwork(String name) -> name + ", another network of the engine: " + node.cidr();
                    case Role.Route(String device, boolean vpn, boolean onLink) ->
                        node.cidr() + " is reached through " + device + (vpn ? ", a VPN" : onLink ? ", a LAN" : "");
                    case Role.Free(var last, int blocks) ->
                        range(node) + " is free: room for " + blocks + " automatic "
                                + (blocks == 1 ? "network" : "networks");
                });
        node.marks().flatMap(Marks::room).ifPresent(room -> parts.addAll(room(room)));
        int running = node.marks().map(m -> m.running().size()).orElse(0);
        if (running > 0) {
            parts.add(running + " in use on the engine");
        }
        String text = String.join(" · ", parts);
        return switch (node.trouble()) {
            case COLLIDES -> text + " · shares addresses with another block";
            case CONTESTED -> text + " · an automatic network may take it first";
            case NONE -> text;
        };
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case STATED -> "";
            case GIVEN -> ", as the engine has it";
            case FORECAST -> ", which the engine will give it next";
        };
    }

    private static List<String> room(RoomReport room) {
        List<String> parts = new ArrayList<>();
        parts.add("room for " + count(room.usable()));
        int statics = room.range().statics().size();
        if (statics > 0) {
            parts.add(statics + " static");
        }
        if (room.range().automatic() > 0) {
            parts.add(room.range().automatic() + " automatic");
        }
        parts.add(room.free().signum() < 0 ? count(room.free().negate()) + " too many" : count(room.free()) + " left");
        room.range().ipRange().ifPresent(range -> parts.add("ip_range " + range));
        return parts;
    }

    /** Returns the sign of a trouble, so that colour is not the only one; empty for none. */
    static String sign(Trouble trouble) {
        return switch (trouble) {
            case NONE -> "";
            case CONTESTED -> "? contested";
            case COLLIDES -> "! overlaps";
        };
    }
}
