package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.AddressMove.Slot;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Move of a network to another subnet so that what was chosen inside the old one stays valid: gateway, {@code
 * ip_range}, auxiliary and static addresses keep their host part.
 */
public final class Renumbering {

    private final Topology topology;
    private final Network network;
    private final DeclaredRange from;
    private final Cidr to;

    private Renumbering(Topology topology, Network network, DeclaredRange from, Cidr to) {
        this.topology = topology;
        this.network = network;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the edit that moves a network.
     *
     * @param subnet the new subnet of the pool of its family
     * @throws EditRejectedException if something chosen in the old subnet has no place in the new one
     */
    public static TopologyEdit edit(Topology topology, String key, String subnet) throws EditRejectedException {
        Optional<Network> network = topology.network(key);
        Optional<Cidr> to = Cidr.tryParse(subnet);
        boolean plain = network.isEmpty()
                || to.isEmpty()
                || network.get().external()
                || network.get().subnets().stream().allMatch(p -> p.subnet().isEmpty());
        if (plain) {
            return new TopologyEdit.SetSubnet(key, subnet);
        }
        List<DeclaredRange> stated = DeclaredRange.of(topology, network.get());
        Optional<DeclaredRange> from = stated.stream()
                .filter(r -> r.cidr().isIpv4() == to.get().isIpv4())
                .findFirst();
        if (from.isEmpty() && stated.stream().anyMatch(r -> r.pool() == 0)) {
            throw new EditRejectedException(
                    "Network " + key + " states no " + (to.get().isIpv4() ? "IPv4" : "IPv6")
                            + " subnet that could become " + subnet + "; add one under its ipam.config.");
        }
        // A subnet that cannot be read has nothing inside.
        return from.isEmpty()
                ? new TopologyEdit.SetSubnet(key, subnet)
                : new Renumbering(topology, network.get(), from.get(), to.get()).edit(subnet);
    }

    private TopologyEdit edit(String subnet) throws EditRejectedException {
        List<AddressMove> moves = new ArrayList<>();
        moves.add(new AddressMove(new Slot.PoolSubnet(from.pool()), subnet));
        Subnet pool = network.subnets().get(from.pool());
        if (from.gateway().isPresent()) {
            moves.add(new AddressMove(
                    new Slot.PoolGateway(from.pool()),
                    gateway(from.gateway().get()).toString()));
        }
        if (from.ipRange().isPresent()) {
            moves.add(new AddressMove(
                    new Slot.PoolRange(from.pool()), range(from.ipRange().get()).toString()));
        }
        for (Map.Entry<String, String> host : pool.auxAddresses().entrySet()) {
            Optional<Ip> ip = Ip.tryParse(host.getValue()).filter(from.cidr()::contains);
            if (ip.isPresent()) {
                moves.add(new AddressMove(
                        new Slot.PoolHost(from.pool(), host.getKey()),
                        moved(ip.get(), "the auxiliary address of " + host.getKey())
                                .toString()));
            }
        }
        statics(moves);
        return moves.size() == 1 && from.pool() == 0
                ? new TopologyEdit.SetSubnet(network.key(), subnet)
                : new TopologyEdit.Renumber(network.key(), moves);
    }

    private void statics(List<AddressMove> moves) throws EditRejectedException {
        for (Service member : topology.members(network.key())) {
            Optional<Attachment> attachment = member.attachment(network.key());
            Optional<Ip> ip =
                    attachment.flatMap(from::stated).flatMap(Ip::tryParse).filter(from.cidr()::contains);
            if (ip.isEmpty()) {
                continue;
            }
            Ip moved = moved(ip.get(), "the static address of " + member.key());
            boolean bridge = from.gateway().isEmpty() && moved.equals(to.defaultGateway());
            if (bridge) {
                throw misfit(ip.get(), "the static address of " + member.key(), "would be the gateway's");
            }
            moves.add(new AddressMove(
                    ip.get().isIpv4() ? new Slot.StaticIpv4(member.key()) : new Slot.StaticIpv6(member.key()),
                    moved.toString()));
        }
    }

    /** Returns an address with the same host part. */
    private Ip moved(Ip ip, String what) throws EditRejectedException {
        BigInteger host = from.cidr().offsetOf(ip);
        if (host.compareTo(to.size()) >= 0) {
            throw misfit(ip, what, "does not fit into it");
        }
        Ip moved = to.address(host);
        boolean large = to.bitCount() - to.prefixLength() > 1;
        if (large && (moved.equals(to.first()) || (to.isIpv4() && moved.equals(to.last())))) {
            throw misfit(ip, what, "would be the subnet's own or its broadcast address");
        }
        return moved;
    }

    private EditRejectedException misfit(Ip ip, String what, String why) {
        return new EditRejectedException("Network " + network.key() + " cannot move to " + to + ": " + what + ", " + ip
                + ", " + why + "; choose a larger subnet or another address first.");
    }

    /** A gateway at the end of its subnet stays at the end when the new one is smaller. */
    private Ip gateway(Ip ip) throws EditRejectedException {
        BigInteger fromEnd = from.cidr().size().subtract(from.cidr().offsetOf(ip));
        boolean outside = from.cidr().offsetOf(ip).compareTo(to.size()) >= 0;
        return outside && fromEnd.compareTo(BigInteger.valueOf(16)) <= 0 && fromEnd.compareTo(to.size()) < 0
                ? to.address(to.size().subtract(fromEnd))
                : moved(ip, "the gateway");
    }

    /** Returns the range at the same place; in a smaller subnet it shrinks with it. */
    private Cidr range(Cidr range) throws EditRejectedException {
        BigInteger offset = from.cidr().offsetOf(range);
        if (offset.add(range.size()).compareTo(to.size()) <= 0) {
            return to.at(offset, range.prefixLength());
        }
        int shrunk = to.prefixLength() - from.cidr().prefixLength();
        if (range.prefixLength() + shrunk > to.bitCount()) {
            throw new EditRejectedException("Network " + network.key() + " cannot move to " + to + ": its ip_range "
                    + range + " has no counterpart there; choose a larger subnet.");
        }
        Cidr scaled = to.at(offset.shiftRight(shrunk), range.prefixLength() + shrunk);
        for (DeclaredRange.StaticUse use : from.statics()) {
            Ip moved = moved(use.ip(), "the static address of " + use.service());
            if (scaled.contains(moved) && !range.contains(use.ip())) {
                throw misfit(
                        use.ip(), "the static address of " + use.service(), "would fall into its ip_range " + scaled);
            }
        }
        return scaled;
    }
}
