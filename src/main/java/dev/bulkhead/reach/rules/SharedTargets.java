package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Services on external networks of which nobody was asked who else is on them. */
final class SharedTargets {

    /**
     * A service that others may reach.
     *
     * @param service the service
     * @param network the network that others may be on
     * @param sentence that they may, for the operator
     */
    record Shared(Element service, Element network, String sentence) {}

    private final ReachMatrix matrix;
    private final boolean any;
    private @Nullable Namespaces namespaces;

    SharedTargets(ReachMatrix matrix) {
        this.matrix = matrix;
        this.any = matrix.topology().networks().values().stream().anyMatch(this::unasked);
    }

    /** Returns the first of some subjects that is on such a network. */
    Optional<Shared> first(BitSet subjects) {
        return any
                ? subjects.stream()
                        .mapToObj(index -> matrix.subjects().get(index))
                        .filter(Subject.OfService.class::isInstance)
                        .map(subject -> shared(((Subject.OfService) subject).key()))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Shared> shared(String service) {
        Topology topology = matrix.topology();
        return owner(service).flatMap(topology::service).stream()
                .flatMap(owner -> owner.attachments().stream())
                .map(Attachment::network)
                .map(topology::network)
                .flatMap(Optional::stream)
                .filter(this::unasked)
                .findFirst()
                .map(network -> new Shared(
                        Element.service(service),
                        Element.network(network.key()),
                        service + " is on the external network " + network.name()
                                + ", and the files do not tell who else is on it."));
    }

    private Optional<String> owner(String service) {
        if (namespaces == null) {
            namespaces = Namespaces.of(matrix);
        }
        return namespaces.owner(service);
    }

    private boolean unasked(Network network) {
        return network.external() && !matrix.options().external().containsKey(network.name());
    }
}
