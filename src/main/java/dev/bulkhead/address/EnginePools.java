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
                .map(p -> BigInteger.ONE.shiftLeft(p.prefixLength() - p.base().prefixLength()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Returns which subnets the engine would give to the next networks that state none, in order; fewer than asked for
     * when the pools run out.
     *
     * @param used ranges that are taken or that a host route on a link covers
     */
    public List<Cidr> forecast(int count, Collection<Cidr> used) {
        List<Cidr> taken = new ArrayList<>(used);
        List<Cidr> given = new ArrayList<>();
        for (Pool pool : pools) {
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
