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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Choice whether services are started with those they depend on, as a plain {@code docker compose up} does.
 *
 * <p>That is wanted, since only then Compose notes the dependencies in the containers' labels; but it must not touch
 * anything else than the services of the step. So it is done when each of the others runs and is already what the files
 * say, which its configuration hash tells.
 */
final class StartedDependencies {

    private final Tools tools;
    private final String project;

    StartedDependencies(Tools tools, String project) {
        this.tools = tools;
        this.project = project;
    }

    Dependencies of(List<String> services, ObservedState state) throws EngineException {
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
        return others.stream().allMatch(other -> content(other, state, hashes))
                ? Dependencies.TOO
                : Dependencies.LEFT_ALONE;
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

    private boolean content(String service, ObservedState state, Map<String, String> hashes) {
        List<ObservedContainer> replicas = state.containers(project, service);
        Optional<String> wanted = Optional.ofNullable(hashes.get(service));
        return !replicas.isEmpty()
                && wanted.isPresent()
                && replicas.stream()
                        .allMatch(c -> c.status().state() == ObservedContainer.RunState.RUNNING
                                && c.status().health() != ObservedContainer.Health.UNHEALTHY
                                && wanted.equals(c.configHash()));
    }
}
