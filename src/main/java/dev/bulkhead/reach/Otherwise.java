package dev.bulkhead.reach;

import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.HostRules.View;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project as it would be if something that is not known were otherwise than usual: where that gives another verdict, there is
 * none.
 *
 * @param indexed the project so
 * @param judge who judges it
 * @param networks whether networks of which nothing is known are taken for internal in it; else it is the host's own packet rules
 */
record Otherwise(IndexedTopology indexed, Judge judge, boolean networks) {

    /** Returns all that may be otherwise in a project. */
    static List<Otherwise> of(Topology topology, ReachOptions options) {
        List<Otherwise> all = new ArrayList<>();
        Optional<ReachOptions> internal =
                UnknownNetworks.of(topology, options).map(unknown -> unknown.asInternal(options));
        internal.ifPresent(taken -> all.add(of(topology, taken, true)));
        HostRules rules = options.settings().hostRules();
        for (View view : List.of(View.DROPPING, View.ACCEPTING)) {
            if (rules.leavesOpen(view)) {
                all.add(of(topology, by(options, view), false));
                // Two ways to the same service may each be cut by another of both.
                internal.ifPresent(taken -> all.add(of(topology, by(taken, view), false)));
            }
        }
        return all;
    }

    private static ReachOptions by(ReachOptions options, View view) {
        return options.withSettings(options.settings().as(view));
    }

    private static Otherwise of(Topology topology, ReachOptions options, boolean networks) {
        IndexedTopology indexed = TopologyIndexer.build(topology, options);
        return new Otherwise(indexed, new Judge(indexed), networks);
    }

    /** Returns why a pair is not certain, by the project as it usually is and subjects of it. */
    Judge.Finding doubt(IndexedTopology usual, int from, int to) {
        return networks
                ? UnknownNetworks.doubt(usual, indexed, from, to)
                : new Judge.Finding(ReachReason.HOST_RULES, rule(usual, from, to));
    }

    private static Optional<String> rule(IndexedTopology usual, int from, int to) {
        if (from < ReachMatrix.OUTSIDERS) {
            return from == ReachMatrix.HOST
                    ? rule(usual, to, Way.FROM_HOST)
                    : rule(usual, to, Way.IN, Way.INTO_HOST, Way.FROM_HOST);
        }
        if (to < ReachMatrix.OUTSIDERS) {
            return to == ReachMatrix.HOST
                    ? rule(usual, from, Way.TO_HOST)
                    : rule(usual, from, Way.OUT, Way.OUT_OF_HOST);
        }
        return rule(usual, from, Way.WITHIN, Way.ACROSS, Way.TO_HOST)
                .or(() -> rule(usual, to, Way.WITHIN, Way.ACROSS, Way.FROM_HOST));
    }

    /** Returns the first rule that leaves one of some ways of a subject's networks, or of the host, open. */
    private static Optional<String> rule(IndexedTopology usual, int subject, Way... ways) {
        HostRules rules = usual.options.settings().hostRules();
        NetworkSet networks = usual.namespaces[subject - ReachMatrix.OUTSIDERS].networks();
        for (Way way : ways) {
            for (int n = 0; n < networks.size(); n++) {
                Optional<String> found = rules.undecided(usual.networks[networks.at(n)].realName(), way);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (rules.undecidedOfHost(way).isPresent()) {
                return rules.undecidedOfHost(way);
            }
        }
        return Optional.empty();
    }
}
