package dev.bulkhead.app;

import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.Surroundings;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.HostRoutes;
import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.engine.ObservedNetwork;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.engine.UsedRanges;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Network;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at a project and at what the engine's other networks use. */
final class Findings implements Function<WorkingCopy, List<Finding>> {

    private final EngineViewModel engine;
    private final HostRoutes routes;
    private final Function<WorkingCopy, ReachOptions> reach;
    private final Supplier<Catalogue> catalogue;

    /**
     * Looks at projects.
     *
     * @param routes the host's routes; they count while a real engine is connected
     * @param reach what beside a project decides who reaches whom
     * @param catalogue what is known of images; asked away from the user interface's thread
     */
    Findings(
            EngineViewModel engine,
            HostRoutes routes,
            Function<WorkingCopy, ReachOptions> reach,
            Supplier<Catalogue> catalogue) {
        this.engine = engine;
        this.routes = routes;
        this.reach = reach;
        this.catalogue = catalogue;
    }

    @Override
    public List<Finding> apply(WorkingCopy copy) {
        ComposeProject project = copy.project();
        // Read from another thread than it is set on: the state is immutable, an older one only means an older answer.
        ObservedState state = engine.stateProperty().get();
        List<Finding> findings = new ArrayList<>();
        CheckInput input = CheckInput.of(project)
                .withAround(new Surroundings(used(project, state), reach.apply(copy)))
                .withRules(rules(copy, findings))
                .withCatalogue(catalogue.get());
        findings.addAll(Checks.run(input));
        // What is wrong with the project itself comes before what its operator demands beyond that.
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Findings::demanded));
        project.warnings()
                .forEach(warning -> findings.add(new Finding(
                        "reading",
                        Severity.WARNING,
                        List.of(),
                        warning.message(),
                        warning.at(),
                        Optional.empty(),
                        Optional.empty())));
        return findings;
    }

    /** Returns the operator's rules; a file that cannot be read is a finding itself. */
    private Rules rules(WorkingCopy copy, List<Finding> findings) {
        try {
            return copy.rules();
        } catch (ComposeException unreadable) {
            findings.add(new Finding(
                    "rules-file",
                    Severity.ERROR,
                    List.of(),
                    String.valueOf(unreadable.getMessage()),
                    unreadable.mark(),
                    Optional.of("Until it can be read none of its rules is checked."),
                    Optional.empty()));
            return Rules.NONE;
        }
    }

    private static boolean demanded(Finding finding) {
        return finding.rule().startsWith("rule-") || finding.rule().startsWith("exposure-");
    }

    /** Returns the ranges of networks that do not belong to the project, and those that the host's routes lead to. */
    private List<UsedRange> used(ComposeProject project, ObservedState state) {
        Set<String> own = project.topology().networks().values().stream()
                .map(Network::name)
                .collect(Collectors.toSet());
        Set<String> ofProject = state.networks().stream()
                .filter(network -> own.contains(network.name())
                        || project.topology()
                                .project()
                                .equals(network.options().labels().get(ObservedContainer.PROJECT_LABEL)))
                .map(ObservedNetwork::name)
                .collect(Collectors.toSet());
        return UsedRanges.of(state, onThisHost() ? routes.read() : List.of()).stream()
                .filter(range ->
                        !(range.owner() instanceof RangeOwner.EngineNetwork(String name) && ofProject.contains(name)))
                .toList();
    }

    /** The practice engine has no host whose routes could be in the way. */
    private boolean onThisHost() {
        return engine.statusProperty().get() instanceof EngineStatus.Connected(EngineInfo info)
                && !info.address().equals(EngineConnections.PRACTICE);
    }
}
