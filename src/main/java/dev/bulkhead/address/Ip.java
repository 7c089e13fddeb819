package dev.bulkhead.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;

/** One IPv4 or IPv6 address. */
public final class Ip implements Comparable<Ip> {

    private final IPAddress address;

    Ip(IPAddress address) {
        this.address = address;
    }

    /**
     * Returns the address a text denotes.
     *
     * @throws AddressFormatException if it is not exactly one address
     */
    public static Ip parse(String text) throws AddressFormatException {
        return tryParse(text)
                .orElseThrow(() -> new AddressFormatException(
                        text + " is not an IP address; write for instance 172.20.0.10 or fd00:20::10."));
    }

    /** Returns the address a text denotes, if it is exactly one. */
    public static Optional<Ip> tryParse(String text) {
        IPAddress address =
                StrictSyntax.isSloppy(text) ? null : new IPAddressString(text, StrictSyntax.ADDRESS).getAddress();
        return address == null || address.isMultiple() ? Optional.empty() : Optional.of(new Ip(address));
    }

    /** Returns whether it is an IPv4 address. */
    public boolean isIpv4() {
        return address.isIPv4();
    }

    /** Returns whether only the machine itself can use it (127.0.0.0/8, ::1). */
    public boolean isLoopback() {
        return address.isLoopback();
    }

    /** Returns whether it stands for all addresses of its family (0.0.0.0, ::). */
    public boolean isUnspecified() {
        return address.isZero();
    }

    IPAddress address() {
        return address;
    }

    @Override
    public int compareTo(Ip other) {
        return address.compareTo(other.address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ip ip && address.equals(ip.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public String toString() {
        return address.toCanonicalString();
    }
}
