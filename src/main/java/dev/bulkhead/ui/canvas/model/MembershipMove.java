package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Membership that goes to another network with all that it says: aliases, ranks in joining and as the way out, MAC address and options. Static
 * addresses go along where the other network has them and nobody else does.
 *
 * @param attachment the membership on the other network
 * @param kept what goes along, in words
 * @param lost what cannot, each with the reason
 */
public record MembershipMove(Attachment attachment, List<String> kept, List<String> lost) {

    public MembershipMove {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
    }

    /** Returns what becomes of a membership on another network. */
    static MembershipMove of(Topology topology, String service, Attachment from, String to) {
        Optional<Network> target = topology.network(to);
        List<String> lost = new ArrayList<>();
        Optional<String> ipv4 = kept(topology, service, target, to, from.ipv4(), lost);
        Optional<String> ipv6 = kept(topology, service, target, to, from.ipv6(), lost);
        List<String> kept = new ArrayList<>();
        if (!from.aliases().isEmpty()) {
            kept.add(
                    from.aliases().size() == 1
                            ? Words.of("membershipmove.alias", from.aliases().getFirst())
                            : Words.of("membershipmove.aliases", String.join(", ", from.aliases())));
        }
        Stream.of(ipv4, ipv6).flatMap(Optional::stream).forEach(kept::add);
        if (from.priority() != 0) {
            kept.add(Words.of("membershipmove.priority", from.priority()));
        }
        if (from.gwPriority() != 0) {
            kept.add(Words.of("membershipmove.gw-priority", from.gwPriority()));
        }
        from.macAddress().ifPresent(kept::add);
        return new MembershipMove(from.withNetwork(to).withAddresses(ipv4, ipv6), kept, lost);
    }

    private static Optional<String> kept(
            Topology topology,
            String service,
            Optional<Network> target,
            String to,
            Optional<String> address,
            List<String> lost) {
        if (address.isEmpty()) {
            return address;
        }
        List<Cidr> subnets = target.stream()
                .flatMap(network -> network.subnets().stream())
                .map(Subnet::subnet)
                .flatMap(Optional::stream)
                .map(Cidr::tryParse)
                .flatMap(Optional::stream)
                .toList();
        Optional<Ip> ip = Ip.tryParse(address.get());
        Optional<String> holder = topology.members(to).stream()
                .filter(other -> !other.key().equals(service))
                .filter(other -> other.attachment(to).stream()
                        .anyMatch(a -> a.ipv4().equals(address) || a.ipv6().equals(address)))
                .map(other -> other.key())
                .findFirst();
        String why = "";
        if (subnets.isEmpty()) {
            why = Words.of("membershipmove.has-no-subnet-in-the", to);
        } else if (ip.isPresent() && subnets.stream().noneMatch(subnet -> subnet.contains(ip.get()))) {
            why = Words.of("membershipmove.is", to, subnets.getFirst());
        } else if (holder.isPresent()) {
            why = Words.of("membershipmove.has-it-on", holder.get(), to);
        }
        if (!why.isEmpty()) {
            lost.add(address.get() + " (" + why + ")");
            return Optional.empty();
        }
        return address;
    }

    /** Returns what is kept and lost in a few words, the loss first; empty text for nothing. */
    String words() {
        String gone = lost.isEmpty() ? "" : Words.of("membershipmove.cannot-keep", String.join(", ", lost));
        String stay = kept.isEmpty() ? "" : Words.of("membershipmove.keeps", String.join(", ", kept));
        return gone + (gone.isEmpty() || stay.isEmpty() ? "" : ", ") + stay;
    }
}
