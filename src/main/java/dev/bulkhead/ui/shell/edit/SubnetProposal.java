package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.shell.context.ShellContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Proposal of the range of a new network. */
final class SubnetProposal {

    private static final Cidr HOME = Cidr.of("172.20.0.0/16");
    private static final int USUAL_SIZE = 24;

    private SubnetProposal() {}

    /** Returns the ranges in use: those the project declares, those of the engine's networks and of the host's routes. */
    static List<Cidr> used(ShellContext context) {
        Stream<Cidr> declared = declared(context, network -> true);
        return Stream.concat(declared, around(context).map(UsedRange::cidr))
                .distinct()
                .toList();
    }

    /** Returns the ranges in use by anything but a network and what the engine has under its name. */
    static List<Cidr> usedBeside(ShellContext context, String key) {
        Topology topology = context.project().topologyProperty().get();
        RangeOwner own = new RangeOwner.EngineNetwork(
                topology.network(key).map(Network::name).orElse(key));
        Stream<Cidr> others =
                around(context).filter(u -> !u.owner().equals(own)).map(UsedRange::cidr);
        return Stream.concat(declared(context, network -> !network.key().equals(key)), others)
                .distinct()
                .toList();
    }

    private static Stream<Cidr> declared(ShellContext context, Predicate<Network> wanted) {
        return context.project().topologyProperty().get().networks().values().stream()
                .filter(wanted)
                .flatMap(network -> network.subnets().stream())
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream());
    }

    private static Stream<UsedRange> around(ShellContext context) {
        return context.project().projectProperty().get().stream()
                .flatMap(project -> context.around().used(project).stream());
    }

    /** Returns a free range: beside the project's last small one, else in 172.20.0.0/16, else wherever there is room. */
    static Optional<Cidr> propose(Topology topology, List<Cidr> used) {
        FreeSpace free = new FreeSpace(used);
        Optional<Cidr> last = topology.networks().values().stream()
                .flatMap(network -> network.subnets().stream())
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.tryParse(text).stream())
                .filter(cidr -> cidr.isIpv4() && cidr.prefixLength() == USUAL_SIZE)
                .max(Cidr::compareTo);
        return last.flatMap(free::nextAfter)
                .or(() -> free.next(HOME, USUAL_SIZE))
                .or(() -> free.next(Cidr.of("10.0.0.0/8"), USUAL_SIZE));
    }
}
