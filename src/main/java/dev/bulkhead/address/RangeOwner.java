package dev.bulkhead.address;

/** Who uses a range of addresses. */
public sealed interface RangeOwner {

    /** A network that the project declares. */
    record DeclaredNetwork(String key) implements RangeOwner {}

    /** A network that the engine already has, by its real name. */
    record EngineNetwork(String name) implements RangeOwner {}

    /** A route of the host that leaves through a device (a LAN, a VPN). */
    record HostRoute(String device) implements RangeOwner {}

    /** A range that the operator keeps for something Bulkhead cannot see. */
    record Reserved(String purpose) implements RangeOwner {}

    /** Returns the owner in the words of a sentence. */
    default String text() {
        return switch (this) {
            case DeclaredNetwork(String key) -> "network " + key;
            case EngineNetwork(String name) -> "the engine's network " + name;
            case HostRoute(String device) -> "the host's route through " + device;
            case Reserved(String purpose) -> purpose;
        };
    }

    /** Returns the owner as a finding's subject. */
    default String subject() {
        return switch (this) {
            case DeclaredNetwork(String key) -> "network:" + key;
            case EngineNetwork(String name) -> "engine-network:" + name;
            case HostRoute(String device) -> "route:" + device;
            case Reserved(String purpose) -> "reserved:" + purpose;
        };
    }
}
