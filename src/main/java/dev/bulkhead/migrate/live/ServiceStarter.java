package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.List;
import java.util.function.Consumer;

/** Brings services to what the files say, those included that share a network namespace. */
public final class ServiceStarter {

    private static final String SHARED = "container:";

    private final Tools tools;
    private final String project;

    /** Starts services of a project. */
    public ServiceStarter(Tools tools, String project) {
        this.tools = tools;
        this.project = project;
    }

    /**
     * Creates, recreates and starts; does not wait for health.
     *
     * <p>A container that shares the namespace of one that is gone looks up to date to Compose as long as its owner's
     * name is right (compose#10263), so it is removed and made anew.
     */
    public void up(List<String> services, Consumer<String> log) throws EngineException {
        start(services, log);
        ObservedState state = tools.engine().observer().observe();
        List<String> orphans = services.stream()
                .filter(service -> sharesWithNobody(service, state))
                .toList();
        if (!orphans.isEmpty()) {
            log.accept("Making " + String.join(", ", orphans) + " anew: the network they shared is gone");
            tools.engine().services().remove(tools.request(), orphans, log);
            start(orphans, log);
        }
    }

    private void start(List<String> services, Consumer<String> log) throws EngineException {
        EngineServices.Dependencies dependencies = new StartedDependencies(tools, project)
                .of(services, tools.engine().observer().observe());
        log.accept("docker compose up -d "
                + (dependencies == EngineServices.Dependencies.LEFT_ALONE ? "--no-deps " : "")
                + String.join(" ", services));
        tools.engine().services().up(tools.request(), services, dependencies, log);
    }

    private boolean sharesWithNobody(String service, ObservedState state) {
        return state.containers(project, service).stream()
                .map(ObservedContainer::networkMode)
                .filter(mode -> mode.startsWith(SHARED))
                .map(mode -> mode.substring(SHARED.length()))
                .anyMatch(owner -> state.containers().stream()
                        .noneMatch(c -> c.id().equals(owner) || c.name().equals(owner)));
    }
}
