package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What proposals are made from.
 *
 * @param topology the project as its files say
 * @param catalogue what is known of images
 * @param observed the engine as it is
 * @param hostRoutes ranges that the host's routes lead to
 * @param rules the operator's rules
 * @param outdated service to why its container, which is there, is not what the files say, as part of a sentence
 * @param choosesDefaultRoute whether the engine lets a membership say how it ranks as default route
 */
public record IterationInput(
        Topology topology,
        Catalogue catalogue,
        ObservedState observed,
        List<UsedRange> hostRoutes,
        Rules rules,
        SortedMap<String, String> outdated,
        boolean choosesDefaultRoute) {

    public IterationInput {
        hostRoutes = List.copyOf(hostRoutes);
        outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
    }

    /** Input without rules, from an engine that ranks default routes by name. */
    public IterationInput(Topology topology, Catalogue catalogue, ObservedState observed, List<UsedRange> hostRoutes) {
        this(topology, catalogue, observed, hostRoutes, Rules.NONE, new TreeMap<>(), false);
    }
}
