package dev.bulkhead.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The room that a set of used ranges leaves. */
public final class FreeSpace {

    private static final List<Cidr> PRIVATE =
            List.of(Cidr.of("10.0.0.0/8"), Cidr.of("172.16.0.0/12"), Cidr.of("192.168.0.0/16"), Cidr.of("fc00::/7"));

    /** The outermost used blocks of each family, in order and apart from each other. */
    private final List<Cidr> ipv4;

    private final List<Cidr> ipv6;

    public FreeSpace(Collection<Cidr> used) {
        List<Cidr> outermost = new ArrayList<>();
        for (Cidr cidr : used.stream().sorted().toList()) {
            if (outermost.isEmpty() || !outermost.getLast().contains(cidr)) {
                outermost.add(cidr);
            }
        }
        this.ipv4 = outermost.stream().filter(Cidr::isIpv4).toList();
        this.ipv6 = outermost.stream().filter(c -> !c.isIpv4()).toList();
    }

    /**
     * Returns the lowest subnet of a size that is clear of all used ranges.
     *
     * @param within where to look
     * @param prefixLength the size wanted, as a prefix length
     */
    public Optional<Cidr> next(Cidr within, int prefixLength) {
        return search(within, within.lowValue(), prefixLength);
    }

    /**
     * Returns where a subnet that is in the way could move: the next free one of its size after it, else before it,
     * inside the private block it belongs to (RFC 1918, RFC 4193); a public one moves to 172.16.0.0/12 or fc00::/7.
     */
    public Optional<Cidr> nextAfter(Cidr subnet) {
        Cidr home = PRIVATE.stream()
                .filter(p -> p.contains(subnet))
                .findFirst()
                .orElse(subnet.isIpv4() ? PRIVATE.get(1) : PRIVATE.getLast());
        BigInteger after = home.contains(subnet) ? subnet.highValue().add(BigInteger.ONE) : home.lowValue();
        return search(home, after, subnet.prefixLength()).or(() -> next(home, subnet.prefixLength()));
    }

    private Optional<Cidr> search(Cidr within, BigInteger start, int prefixLength) {
        if (prefixLength < within.prefixLength() || prefixLength > within.bitCount()) {
            return Optional.empty();
        }
        List<Cidr> obstacles = within.isIpv4() ? ipv4 : ipv6;
        BigInteger size = BigInteger.ONE.shiftLeft(within.bitCount() - prefixLength);
        BigInteger low = align(start, size);
        for (int i = firstReaching(obstacles, low); i < obstacles.size(); i++) {
            if (obstacles.get(i).lowValue().compareTo(low.add(size)) >= 0) {
                break;
            }
            low = align(obstacles.get(i).highValue().add(BigInteger.ONE), size);
        }
        boolean fits = low.add(size).subtract(BigInteger.ONE).compareTo(within.highValue()) <= 0;
        return fits ? Optional.of(within.at(low.subtract(within.lowValue()), prefixLength)) : Optional.empty();
    }

    /** Returns the index of the first block that ends at or after an address. */
    private static int firstReaching(List<Cidr> blocks, BigInteger address) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).highValue().compareTo(address) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static BigInteger align(BigInteger address, BigInteger size) {
        return address.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
    }
}
