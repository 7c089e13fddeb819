package dev.bulkhead.address;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The pools that the engine takes subnets from when a network states none.
 *
 * @param pools each a base block and the prefix length of the subnets cut from it, in the order the engine uses them
 */
public record EnginePools(List<Pool> pools) {

    /**
     * What an engine has without {@code default-address-pools}: 15 subnets of /16 and 16 of /20, the default bridge
     * included (moby {@code libnetwork/ipamutils}).
     */
    public static final EnginePools DEFAULT = new EnginePools(List.of(
            pool("172.17.0.0/16", 16),
            pool("172.18.0.0/16", 16),
            pool("172.19.0.0/16", 16),
            pool("172.20.0.0/14", 16),
            pool("172.24.0.0/14", 16),
            pool("172.28.0.0/14", 16),
            pool("192.168.0.0/16", 20)));

    public EnginePools {
        pools = List.copyOf(pools);
    }

    /** A base block and the prefix length of the subnets cut from it. */
    public record Pool(Cidr base, int prefixLength) {}

    private static Pool pool(String base, int prefixLength) {
        return new Pool(Cidr.of(base), prefixLength);
    }

    /** Returns how many networks can be without a stated subnet. */
    public BigInteger capacity() {
        return pools.stream()
                .filter(p -> p.base().isIpv4())
                .map(p -> BigInteger.ONE.shiftLeft(p.prefixLength() - p.base().prefixLength()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Returns the subnets that the pools are cut into, in the order in which the engine gives them. */
    public List<Cidr> blocks() {
        List<Cidr> blocks = new ArrayList<>();
        for (Pool pool : pools) {
            BigInteger size = BigInteger.ONE.shiftLeft(pool.base().bitCount() - pool.prefixLength());
            // An IPv6 pool is cut into more subnets than anybody can look at.
            long count = 1L << Math.min(12, pool.prefixLength() - pool.base().prefixLength());
            for (long i = 0; i < count; i++) {
                blocks.add(pool.base().at(size.multiply(BigInteger.valueOf(i)), pool.prefixLength()));
            }
        }
        return blocks;
    }

    /**
     * Returns which IPv4 subnets the engine would give to the next networks that state none, in order; fewer than asked
     * for when the pools run out. Engines before 27 go on behind the last subnet they gave since they started and come
     * back to lower ones only at the end.
     *
     * @param used ranges that are taken or that a host route on a link covers
     */
    public List<Cidr> forecast(int count, Collection<Cidr> used) {
        List<Cidr> taken = new ArrayList<>(used);
        List<Cidr> given = new ArrayList<>();
        for (Pool pool : pools.stream().filter(p -> p.base().isIpv4()).toList()) {
            while (given.size() < count) {
                var next = new FreeSpace(taken).next(pool.base(), pool.prefixLength());
                if (next.isEmpty()) {
                    break;
                }
                taken.add(next.get());
                given.add(next.get());
            }
        }
        return given;
    }
}
