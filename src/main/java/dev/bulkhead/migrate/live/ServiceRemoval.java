package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removal of the containers of services, by the engine alone: Compose removes only what the files name, and on the way back
 * they name a service that was added no longer.
 */
public final class ServiceRemoval {

    private ServiceRemoval() {}

    /** Stops and removes all containers of services; volumes stay. */
    public static void remove(Engine engine, String project, List<String> services, Consumer<String> log)
            throws EngineException {
        List<ObservedContainer> containers = engine.observer().observe().containers().stream()
                .filter(container -> container.project().filter(project::equals).isPresent())
                .filter(container ->
                        container.service().filter(services::contains).isPresent())
                .toList();
        for (ObservedContainer container : containers) {
            log.accept("docker stop " + container.name());
            engine.containers().stop(container.id(), EngineContainers.AS_IT_ASKS);
        }
        for (ObservedContainer container : containers) {
            log.accept("docker rm " + container.name());
            engine.containers().removeContainer(container.id());
        }
    }
}
