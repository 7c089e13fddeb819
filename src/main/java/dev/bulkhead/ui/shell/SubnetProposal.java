package dev.bulkhead.ui.shell;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Proposes the range of a new network. */
final class SubnetProposal {

    private static final Cidr HOME = Cidr.of("172.20.0.0/16");
    private static final int USUAL_SIZE = 24;

    private SubnetProposal() {}

    /** Returns the ranges in use: those the project declares and those of the engine's networks. */
    static List<Cidr> used(Topology topology, ObservedState state) {
        Stream<Subnet> declared = topology.networks().values().stream().flatMap(n -> n.subnets().stream());
        Stream<Subnet> observed = state.networks().stream().flatMap(n -> n.subnets().stream());
        return Stream.concat(declared, observed)
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .distinct()
                .toList();
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
