package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What proposals are made from.
 *
 * @param topology the project as its files say
 * @param catalogue what is known of images
 * @param observed the engine as it is
 * @param hostRoutes ranges that the host's routes lead to
 * @param proxyFiles files that the project's reverse proxies are told routes by
 */
public record IterationInput(
        Topology topology,
        Catalogue catalogue,
        ObservedState observed,
        List<UsedRange> hostRoutes,
        ProxyFiles proxyFiles) {

    public IterationInput {
        hostRoutes = List.copyOf(hostRoutes);
    }

    /** Input whose proxies have no files of their own. */
    public IterationInput(Topology topology, Catalogue catalogue, ObservedState observed, List<UsedRange> hostRoutes) {
        this(topology, catalogue, observed, hostRoutes, ProxyFiles.NONE);
    }
}
