package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules that a project suggests by itself: routes of proxies, addresses in variables, dependencies, usual integrations,
 * and who needs the internet.
 */
public final class RuleProposals {

    private RuleProposals() {}

    /** Returns the flows that no rule demands yet, each with where it is known from as its reason. */
    public static List<Rule.Statement> of(Topology topology, Catalogue catalogue, SettingsFiles files, Rules present) {
        Evidence evidence = Evidence.of(topology, catalogue, files);
        return Stream.concat(evidence.flows().stream(), evidence.internet().stream())
                .map(flow -> new Rule.Statement(Rule.Kind.MUST, flow.rule(), Optional.of(flow.why())))
                .filter(wanted -> present.stated().stream()
                        .noneMatch(rule -> rule.statement().demandsTheSame(wanted)))
                .distinct()
                .toList();
    }
}
