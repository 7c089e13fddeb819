package dev.bulkhead.topology;

/** IP families that a network gives its members addresses of. */
public enum IpFamilies {
    IPV4,
    BOTH,
    IPV6,
    /** Both are switched off, which engines that know of it refuse. */
    NONE;

    /** Returns the families that are on. */
    public static IpFamilies of(boolean ipv4, boolean ipv6) {
        if (ipv4) {
            return ipv6 ? BOTH : IPV4;
        }
        return ipv6 ? IPV6 : NONE;
    }

    /** Returns whether IPv4 is among them. */
    public boolean ipv4() {
        return this == IPV4 || this == BOTH;
    }

    /** Returns whether IPv6 is among them. */
    public boolean ipv6() {
        return this == IPV6 || this == BOTH;
    }
}
