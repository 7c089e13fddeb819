package dev.bulkhead.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.math.BigInteger;
import java.util.Optional;

/** An IPv4 or IPv6 block in CIDR notation, with no bits set beyond its prefix. */
public final class Cidr implements Comparable<Cidr> {

    private final IPAddress block;

    Cidr(IPAddress block) {
        this.block = block;
    }

    /**
     * Returns the block a text denotes, as strictly as the engine reads it.
     *
     * @throws AddressFormatException if it is not CIDR notation or has bits set beyond its prefix, which the engine
     *     refuses since version 25 (moby {@code ValidateIPAM})
     */
    public static Cidr parse(String text) throws AddressFormatException {
        Cidr enclosing = enclosing(text)
                .orElseThrow(() -> new AddressFormatException(
                        text + " is not a subnet in CIDR notation; write for instance 172.20.0.0/24."));
        return tryParse(text)
                .orElseThrow(() -> new AddressFormatException(text + " has bits set beyond its prefix length /"
                        + enclosing.prefixLength() + "; the subnet is " + enclosing + "."));
    }

    /** Returns the block a text denotes, if {@link #parse} would accept it. */
    public static Optional<Cidr> tryParse(String text) {
        return prefixed(text)
                .filter(address -> address.toPrefixBlock().getLower().equals(address.getLower()))
                .map(address -> new Cidr(address.toPrefixBlock()));
    }

    /** Returns the block around an address with a prefix length, bits beyond the prefix cleared. */
    public static Optional<Cidr> enclosing(String text) {
        return prefixed(text).map(address -> new Cidr(address.toPrefixBlock()));
    }

    /**
     * Returns the block of a constant.
     *
     * @throws IllegalArgumentException if the text is not one, which is a mistake in the program
     */
    public static Cidr of(String constant) {
        return tryParse(constant).orElseThrow(() -> new IllegalArgumentException(constant));
    }

    private static Optional<IPAddress> prefixed(String text) {
        IPAddress address =
                StrictSyntax.isSloppy(text) ? null : new IPAddressString(text, StrictSyntax.CIDR).getAddress();
        return address == null || address.getNetworkPrefixLength() == null ? Optional.empty() : Optional.of(address);
    }

    /** Returns whether it is an IPv4 block. */
    public boolean isIpv4() {
        return block.isIPv4();
    }

    /** Returns the number of leading bits that all its addresses share. */
    public int prefixLength() {
        return block.getNetworkPrefixLength();
    }

    /** Returns the number of bits of an address of its family: 32 or 128. */
    public int bitCount() {
        return block.getBitCount();
    }

    /** Returns the lowest address, which IPv4 networks keep as their own. */
    public Ip first() {
        return new Ip(block.getLower().withoutPrefixLength());
    }

    /** Returns the highest address, the broadcast address of IPv4 networks. */
    public Ip last() {
        return new Ip(block.getUpper().withoutPrefixLength());
    }

    /** Returns the address that the engine gives the bridge when the file states no gateway: the first host. */
    public Ip defaultGateway() {
        return prefixLength() >= bitCount() - 1
                ? first()
                : new Ip(block.getLower().withoutPrefixLength().increment(1));
    }

    /** Returns whether an address lies inside. */
    public boolean contains(Ip address) {
        return block.contains(address.address());
    }

    /** Returns whether another block lies inside or is equal. */
    public boolean contains(Cidr other) {
        return block.contains(other.block);
    }

    /** Returns whether any address lies in both; two blocks overlap only where one contains the other. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Returns how many addresses it has. */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(bitCount() - prefixLength());
    }

    /**
     * Returns how many containers fit: all addresses but the network's own, IPv4's broadcast address and the gateway.
     */
    public BigInteger containerCapacity() {
        int hostBits = bitCount() - prefixLength();
        // The engine keeps first and last address free only where there are others (moby ipams/defaultipam).
        int reserved = hostBits <= 1 ? 1 : isIpv4() ? 3 : 2;
        return size().subtract(BigInteger.valueOf(reserved)).max(BigInteger.ZERO);
    }

    /** Returns how far an address is from the first one; negative for one before it. */
    public BigInteger offsetOf(Ip address) {
        return address.address().getValue().subtract(lowValue());
    }

    /** Returns how far another block's first address is from this one's; negative for one before it. */
    public BigInteger offsetOf(Cidr other) {
        return other.lowValue().subtract(lowValue());
    }

    /** Returns the address at a distance from the first one. */
    public Ip address(BigInteger offset) {
        return new Ip(block.getLower().withoutPrefixLength().increment(offset));
    }

    /** Returns the block of a prefix length around this one's first address. */
    public Cidr widenedTo(int prefixLength) {
        return new Cidr(block.getLower()
                .withoutPrefixLength()
                .setPrefixLength(prefixLength, false)
                .toPrefixBlock());
    }

    BigInteger lowValue() {
        return block.getLower().getValue();
    }

    BigInteger highValue() {
        return block.getUpper().getValue();
    }

    /** Returns the block of a prefix length at an offset of addresses from this one's first. */
    public Cidr at(BigInteger offset, int prefixLength) {
        return new Cidr(block.getLower()
                .withoutPrefixLength()
                .increment(offset)
                .setPrefixLength(prefixLength, false)
                .toPrefixBlock());
    }

    /** Orders IPv4 before IPv6, then by first address, then wide before narrow, so that enclosing blocks come first. */
    @Override
    public int compareTo(Cidr other) {
        if (isIpv4() != other.isIpv4()) {
            return isIpv4() ? -1 : 1;
        }
        int byAddress = lowValue().compareTo(other.lowValue());
        return byAddress != 0 ? byAddress : Integer.compare(prefixLength(), other.prefixLength());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr
                && prefixLength() == cidr.prefixLength()
                && block.getLower().equals(cidr.block.getLower());
    }

    @Override
    public int hashCode() {
        return block.getLower().hashCode() * 31 + prefixLength();
    }

    @Override
    public String toString() {
        return block.getLower().setPrefixLength(prefixLength(), false).toCanonicalString();
    }
}
