package dev.bulkhead.migrate.live;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices.Dependencies;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Choice whether services are started with those they depend on, as a plain {@code docker compose up} does.
 *
 * <p>That is wanted, since only then Compose notes the dependencies in the containers' labels; but it must not touch
 * anything else than the services of the step. So it is done when each of the others runs and is already what the files
 * say, which its configuration hash tells. One that is unhealthy at the moment is waited for, since it may recover: whoever is
 * to be started still serves as it did.
 */
final class StartedDependencies {

    private static final Duration RECOVERY = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Tools tools;
    private final String project;
    private final Patience patience;

    StartedDependencies(Tools tools, String project, Patience patience) {
        this.tools = tools;
        this.project = project;
        this.patience = patience;
    }

    Dependencies of(List<String> services, Consumer<String> log) throws EngineException {
        Topology topology;
        try {
            topology = new ComposeLoader(tools.disk()).load(tools.request()).topology();
        } catch (ComposeException e) {
            return Dependencies.LEFT_ALONE; // Compose says itself what is wrong with the files
        }
        Set<String> others = dependencies(topology, services);
        if (others.isEmpty()) {
            return Dependencies.TOO;
        }
        Map<String, String> hashes = tools.engine().services().hashes(tools.request());
        try {
            return of(others, hashes, log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Dependencies.LEFT_ALONE;
        }
    }

    private Dependencies of(Set<String> others, Map<String, String> hashes, Consumer<String> log)
            throws EngineException, InterruptedException {
        long until = patience.nanos() + RECOVERY.toNanos();
        boolean told = false;
        while (true) {
            ObservedState state = tools.engine().observer().observe();
            if (!others.stream().allMatch(other -> asTheFilesSay(other, state, hashes))) {
                return Dependencies.LEFT_ALONE;
            }
            List<ObservedContainer> unwell = others.stream()
                    .flatMap(other -> state.containers(project, other).stream())
                    .filter(c -> c.status().health() == ObservedContainer.Health.UNHEALTHY)
                    .toList();
            if (unwell.isEmpty()) {
                return Dependencies.TOO;
            }
            if (patience.nanos() >= until || !lookedAt(unwell)) {
                return Dependencies.LEFT_ALONE;
            }
            if (!told) {
                log.accept("Waiting for "
                        + unwell.stream().map(ObservedContainer::name).collect(Collectors.joining(", "))
                        + ", unhealthy at the moment");
                told = true;
            }
            patience.pause(LOOK);
        }
    }

    private boolean lookedAt(List<ObservedContainer> containers) throws EngineException {
        for (ObservedContainer container : containers) {
            if (tools.engine().observer().lastHealthLook(container.id()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> dependencies(Topology topology, List<String> services) {
        Set<String> found = new TreeSet<>(services);
        ArrayDeque<String> open = new ArrayDeque<>(services);
        while (!open.isEmpty()) {
            Optional<Service> service = topology.service(open.remove());
            for (Dependency dependency : service.map(Service::dependsOn).orElse(List.of())) {
                if (found.add(dependency.service())) {
                    open.add(dependency.service());
                }
            }
        }
        services.forEach(found::remove);
        return found;
    }

    private boolean asTheFilesSay(String service, ObservedState state, Map<String, String> hashes) {
        List<ObservedContainer> replicas = state.containers(project, service);
        Optional<String> wanted = Optional.ofNullable(hashes.get(service));
        return !replicas.isEmpty()
                && wanted.isPresent()
                && replicas.stream()
                        .allMatch(c -> c.status().state() == ObservedContainer.RunState.RUNNING
                                && wanted.equals(c.configHash()));
    }
}
