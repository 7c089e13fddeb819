package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.List;
import java.util.function.Consumer;

/** Starter that brings services to what the files say, those included that share a network namespace. */
public final class ServiceStarter {

    private final Tools tools;
    private final String project;

    /** Starts services of a project. */
    public ServiceStarter(Tools tools, String project) {
        this.tools = tools;
        this.project = project;
    }

    /**
     * Creates, recreates and starts; does not wait for health. Whoever shares a network namespace of the project that is
     * gone, or was made anew, follows: also one that an earlier process left behind half-way.
     *
     * <p>A container that shares the namespace of one that is gone looks up to date to Compose as long as its owner's
     * name is right (compose#10263), so it is removed and made anew.
     */
    public void up(List<String> services, Consumer<String> log) throws EngineException {
        start(services, log);
        mend(services, log);
    }

    /**
     * Gives guests of a namespace that is gone or was made anew their network again.
     *
     * @param services those whose containers are made anew even if they do not run
     */
    public void mend(List<String> services, Consumer<String> log) throws EngineException {
        ObservedState state = tools.engine().observer().observe();
        List<String> orphans = new SharedNamespaces(state, project)
                .orphans().stream()
                        .filter(service -> services.contains(service) || runs(state, service))
                        .toList();
        if (!orphans.isEmpty()) {
            log.accept("Making " + String.join(", ", orphans) + " anew: the network they shared is gone");
            ServiceRemoval.remove(tools.engine(), project, orphans, log);
            start(orphans, log);
        }
        for (ObservedContainer guest :
                new SharedNamespaces(tools.engine().observer().observe(), project).outdated()) {
            log.accept("Restarting " + guest.name() + ": the network it shares was made anew");
            tools.engine().containers().stop(guest.id(), EngineContainers.AS_IT_ASKS);
            tools.engine().containers().start(guest.id());
        }
    }

    private boolean runs(ObservedState state, String service) {
        return state.containers(project, service).stream()
                .anyMatch(c -> c.status().state() == ObservedContainer.RunState.RUNNING);
    }

    private void start(List<String> services, Consumer<String> log) throws EngineException {
        EngineServices.Dependencies dependencies = new StartedDependencies(tools, project)
                .of(services, tools.engine().observer().observe());
        log.accept("docker compose up -d "
                + (dependencies == EngineServices.Dependencies.LEFT_ALONE ? "--no-deps " : "")
                + String.join(" ", services));
        tools.engine().services().up(tools.request(), services, dependencies, log);
    }
}
