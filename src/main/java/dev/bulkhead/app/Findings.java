package dev.bulkhead.app;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Checks;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.engine.ObservedNetwork;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.topology.Network;
import dev.bulkhead.ui.live.EngineViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at a project and at what the engine's other networks use. */
final class Findings implements Function<ComposeProject, List<Finding>> {

    private final EngineViewModel engine;

    Findings(EngineViewModel engine) {
        this.engine = engine;
    }

    @Override
    public List<Finding> apply(ComposeProject project) {
        // Read from another thread than it is set on: the state is immutable, an older one only means an older answer.
        ObservedState state = engine.stateProperty().get();
        List<Finding> findings =
                new ArrayList<>(Checks.run(CheckInput.of(project).withUsed(used(project, state))));
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

    /** Returns the ranges of networks that do not belong to the project. */
    private static List<UsedRange> used(ComposeProject project, ObservedState state) {
        Set<String> own = project.topology().networks().values().stream()
                .map(Network::name)
                .collect(Collectors.toSet());
        List<UsedRange> used = new ArrayList<>();
        for (ObservedNetwork network : state.networks()) {
            boolean mine = own.contains(network.name())
                    || project.topology()
                            .project()
                            .equals(network.options().labels().get(ObservedContainer.PROJECT_LABEL));
            if (!mine) {
                network.subnets().stream()
                        .flatMap(pool -> pool.subnet().stream())
                        .flatMap(text -> Cidr.tryParse(text).stream())
                        .forEach(cidr -> used.add(UsedRange.onEngine(network.name(), cidr)));
            }
        }
        return used;
    }
}
