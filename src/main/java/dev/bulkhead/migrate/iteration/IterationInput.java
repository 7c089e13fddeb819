package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What proposals are made from.
 *
 * @param topology the project as its files say
 * @param catalogue what is known of images
 * @param observed the engine as it is
 * @param hostRoutes ranges that the host's routes lead to
 */
public record IterationInput(
        Topology topology, Catalogue catalogue, ObservedState observed, List<UsedRange> hostRoutes) {

    public IterationInput {
        hostRoutes = List.copyOf(hostRoutes);
    }
}
