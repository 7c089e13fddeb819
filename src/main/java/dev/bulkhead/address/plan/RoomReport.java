package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.address.plan.DeclaredRange.StaticUse;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The room in a declared subnet and what takes it.
 *
 * @param range the subnet
 * @param usable how many containers fit into the subnet
 * @param forAutomatic how many addresses are left for members without a static one
 */
public record RoomReport(DeclaredRange range, BigInteger usable, BigInteger forAutomatic) {

    /** Returns the room in a subnet. */
    public static RoomReport of(DeclaredRange range) {
        BigInteger usable = range.cidr()
                .containerCapacity()
                .subtract(BigInteger.valueOf(Set.copyOf(range.hosts()).size()))
                .max(BigInteger.ZERO);
        Cidr from = range.automaticRange();
        BigInteger room = from.size()
                .subtract(BigInteger.valueOf(
                        kept(range).stream().filter(from::contains).count()));
        return new RoomReport(range, usable, room.max(BigInteger.ZERO));
    }

    /** Returns how many addresses nobody has after all members have theirs; negative where they do not fit. */
    public BigInteger free() {
        return usable.subtract(BigInteger.valueOf(range.statics().size() + (long) range.automatic()));
    }

    /** Returns whether some member without a static address gets none. */
    public boolean overfull() {
        return BigInteger.valueOf(range.automatic()).compareTo(forAutomatic) > 0;
    }

    /**
     * Returns the static addresses that another container may have been given first.
     *
     * <p>The engine hands out the lowest free address (moby {@code ipams/defaultipam}). Containers start in any order
     * after a reboot, so every static address that as many automatic ones can reach is at stake.
     */
    public List<StaticUse> contested() {
        List<StaticUse> contested = new ArrayList<>();
        Cidr from = range.automaticRange();
        Set<Ip> kept = kept(range);
        for (StaticUse use : range.statics()) {
            boolean nobodys = use.ip().equals(range.bridge()) || range.hosts().contains(use.ip());
            if (nobodys || !from.contains(use.ip())) {
                continue;
            }
            long passedOver = kept.stream()
                    .filter(from::contains)
                    .filter(ip -> ip.compareTo(use.ip()) < 0)
                    .count();
            BigInteger before = from.offsetOf(use.ip()).subtract(BigInteger.valueOf(passedOver));
            if (before.compareTo(BigInteger.valueOf(range.automatic())) < 0) {
                contested.add(use);
            }
        }
        return contested;
    }

    /** Returns the addresses that no automatic one can be: the subnet's own, the bridge's, auxiliary and static ones. */
    private static Set<Ip> kept(DeclaredRange range) {
        Set<Ip> kept = new HashSet<>(range.hosts());
        range.statics().forEach(use -> kept.add(use.ip()));
        kept.add(range.bridge());
        if (range.cidr().bitCount() - range.cidr().prefixLength() > 1) {
            kept.add(range.cidr().first());
            if (range.cidr().isIpv4()) {
                kept.add(range.cidr().last());
            }
        }
        return kept;
    }
}
