package dev.bulkhead.address;

/** A range of addresses and who uses it. */
public record UsedRange(RangeOwner owner, Cidr cidr) {

    /** Returns the range of a network that the project declares. */
    public static UsedRange declared(String network, Cidr cidr) {
        return new UsedRange(new RangeOwner.DeclaredNetwork(network), cidr);
    }

    /** Returns the range of a network that the engine has. */
    public static UsedRange onEngine(String network, Cidr cidr) {
        return new UsedRange(new RangeOwner.EngineNetwork(network), cidr);
    }

    /** Returns the range that a route of the host leads to directly. */
    public static UsedRange hostRoute(String device, Cidr cidr) {
        return new UsedRange(new RangeOwner.HostRoute(device, true), cidr);
    }

    /** Returns the range that a route of the host leads to by way of another machine. */
    public static UsedRange routed(String device, Cidr cidr) {
        return new UsedRange(new RangeOwner.HostRoute(device, false), cidr);
    }
}
