package dev.bulkhead.migrate.status;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.iteration.NetworkLabels;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.topology.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finder of where a project stands, from the journals and the engine. */
public final class StatusFinder {

    private static final Set<String> PREDEFINED = Set.of("host", "none", "bridge");

    private final MigrationContext context;
    private final ProjectStatus.Path path;

    public StatusFinder(MigrationContext context, ProjectStatus.Path path) {
        this.context = context;
        this.path = path;
    }

    public ProjectStatus find(ComposeProject project, List<RunRecord> runs, Optional<RunRecord> open) {
        Optional<ProjectStatus.Health> health = Optional.empty();
        Optional<String> trouble = Optional.empty();
        try {
            health = Optional.of(health(project, context.engine().observer().observe()));
        } catch (EngineException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
        return new ProjectStatus(
                project.topology().project(),
                context.clock().instant(),
                iterations(runs),
                health,
                trouble,
                open,
                runs.stream().filter(RunRecord::practice).map(RunRecord::id).collect(Collectors.toSet()),
                path.trouble());
    }

    private List<ProjectStatus.IterationStatus> iterations(List<RunRecord> runs) {
        List<ProjectStatus.IterationStatus> found = new ArrayList<>();
        boolean nextFound = false;
        boolean real = onRealEngine();
        for (Playbook playbook : path.iterations()) {
            Optional<RunRecord> last = runs.stream()
                    .filter(run -> run.iteration().equals(playbook.id()))
                    .filter(run -> run.state() == RunState.SUCCEEDED || run.state() == RunState.UNVERIFIED)
                    .filter(run -> !(real && run.practice()))
                    .max(Comparator.comparing(RunRecord::lastWritten));
            Optional<Instant> completed = last.map(RunRecord::lastWritten);
            ProjectStatus.Standing standing = completed.isPresent()
                    ? ProjectStatus.Standing.COMPLETE
                    : path.skipped().contains(playbook.id())
                            ? ProjectStatus.Standing.SKIPPED
                            : nextFound ? ProjectStatus.Standing.PENDING : ProjectStatus.Standing.NEXT;
            nextFound = nextFound || standing == ProjectStatus.Standing.NEXT;
            found.add(new ProjectStatus.IterationStatus(
                    playbook,
                    standing,
                    completed,
                    last.filter(RunRecord::practice).isPresent()));
        }
        return found;
    }

    /** What was practised is not done on a real engine. */
    private boolean onRealEngine() {
        try {
            return !context.engine().observer().info().practice();
        } catch (EngineException e) {
            return false;
        }
    }

    private ProjectStatus.Health health(ComposeProject project, ObservedState state) throws EngineException {
        String name = project.topology().project();
        TreeMap<String, ObservedContainer.Status> services = new TreeMap<>();
        List<ObservedContainer> containers = state.containers().stream()
                .filter(c -> c.project().filter(name::equals).isPresent())
                .toList();
        // of several replicas the one counts that is not ready
        containers.forEach(c -> c.service()
                .ifPresent(service ->
                        services.merge(service, c.status(), (before, other) -> before.ready() ? other : before)));
        Set<String> cutOff = containers.stream()
                .filter(state::cutOff)
                .flatMap(c -> c.service().stream())
                .collect(Collectors.toSet());
        List<String> missing = project.topology().services().values().stream()
                .filter(service -> service.profiles().isEmpty())
                .map(Service::key)
                .filter(key -> !services.containsKey(key))
                .toList();
        Set<String> joined = containers.stream()
                .flatMap(c -> c.endpoints().stream())
                .map(ObservedEndpoint::network)
                .filter(network -> !PREDEFINED.contains(network))
                .collect(Collectors.toSet());
        List<ObservedNetwork> networks =
                state.networks().stream().filter(n -> joined.contains(n.name())).toList();
        int segmented = (int) networks.stream()
                .filter(n -> name.equals(n.options().labels().get(NetworkLabels.PROJECT)))
                .count();
        int internal =
                (int) networks.stream().filter(n -> n.options().internal()).count();
        Optional<ResourceUse> resources = context.engine()
                .measure()
                .resources(containers.stream()
                        .filter(c -> c.status().state() == ObservedContainer.RunState.RUNNING)
                        .map(ObservedContainer::id)
                        .toList());
        return new ProjectStatus.Health(services, missing, networks.size(), segmented, internal, cutOff, resources);
    }
}
