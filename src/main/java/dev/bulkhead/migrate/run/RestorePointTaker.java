package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.FileCopy;
import dev.bulkhead.migrate.restore.Kept;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.migrate.restore.RestorePoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Taker of the restore point of a run. */
final class RestorePointTaker {

    private final RunTools tools;

    RestorePointTaker(RunTools tools) {
        this.tools = tools;
    }

    RestoreContent take(String run, Plan plan) throws IOException, EngineException {
        List<FileCopy> files = new ArrayList<>();
        List<FileCopy> firsts = new ArrayList<>();
        Map<Path, FileCopy> last = new HashMap<>();
        for (PlanStep step : plan.steps()) {
            if (step.operation() instanceof Operation.WriteFiles write) {
                for (var change : write.changes()) {
                    Optional<byte[]> written = change.after().map(text -> text.getBytes(StandardCharsets.UTF_8));
                    FileCopy before = last.get(change.path());
                    FileCopy copy =
                            before == null ? FileCopy.of(change.path(), change.name(), written) : before.next(written);
                    last.put(change.path(), copy);
                    if (before == null) {
                        firsts.add(copy);
                    }
                    files.add(copy);
                }
            }
        }
        ObservedState state = ofProject(tools.tools().engine().observer().observe(), plan.project());
        long bytes = firsts.stream()
                .mapToLong(file -> file.found() instanceof Kept.Bytes(byte[] found) ? found.length : 0)
                .sum();
        RestorePoint.Counts counts = new RestorePoint.Counts(
                last.size(), state.containers().size(), state.networks().size(), bytes);
        RestorePoint point = new RestorePoint(run, run, plan.iteration(), tools.now(), counts);
        return tools.restorePoints()
                .take(new RestoreContent(
                        point,
                        plan.project(),
                        tools.tools().files().root().toString(),
                        files,
                        state,
                        blueprints(state)));
    }

    private List<ContainerBlueprint> blueprints(ObservedState state) throws EngineException {
        List<ContainerBlueprint> blueprints = new ArrayList<>();
        for (ObservedContainer container : state.containers()) {
            blueprints.add(tools.tools().engine().observer().inspect(container.id()));
        }
        return blueprints;
    }

    /** Other projects are none of a restore point's business. */
    private static ObservedState ofProject(ObservedState state, String project) {
        List<ObservedContainer> containers = state.containers().stream()
                .filter(c -> c.project().filter(project::equals).isPresent())
                .toList();
        Set<String> joined = containers.stream()
                .flatMap(c -> c.endpoints().stream())
                .map(ObservedEndpoint::network)
                .collect(Collectors.toSet());
        List<ObservedNetwork> networks = state.networks().stream()
                .filter(n -> joined.contains(n.name()) || NormalisedState.madeFor(n, project))
                .toList();
        return new ObservedState(networks, containers);
    }
}
