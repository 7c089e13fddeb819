package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.SamePlace;
import java.nio.file.Files;
import java.nio.file.Path;
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
     * name is right (compose#10263), so it is made anew all the same.
     */
    public void up(List<String> services, Consumer<String> log) throws EngineException {
        start(services, false, log);
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
            start(orphans, true, log);
        }
        for (ObservedContainer guest :
                new SharedNamespaces(tools.engine().observer().observe(), project).outdated()) {
            log.accept("Restarting " + guest.name() + ": the network it shares was made anew");
            tools.engine().containers().stop(guest.id(), EngineContainers.AS_IT_ASKS);
            tools.engine().containers().start(guest.id());
        }
    }

    /** Makes services anew from the files, also those that Compose calls up to date. */
    public void anew(List<String> services, Consumer<String> log) throws EngineException {
        start(services, true, log);
        mend(services, log);
    }

    /**
     * Starts a container that stands. One that cannot be started, and was made where the project stood before it was moved,
     * is made anew: what it has mounted is no longer there, and to Compose it looks up to date all the same.
     *
     * @return whether it was made anew
     */
    public boolean startAgain(ObservedContainer container, Consumer<String> log) throws EngineException {
        try {
            tools.engine().containers().start(container.id());
            return false;
        } catch (EngineException e) {
            if (EngineSilence.of(tools.engine()).isPresent()
                    || container.service().isEmpty()
                    || !madeElsewhere(container)) {
                throw e;
            }
            log.accept(String.valueOf(e.getMessage()));
            anew(List.of(container.service().get()), log);
            return true;
        }
    }

    /** Returns whether a container was made where the project stood before it was moved. */
    public boolean madeElsewhere(ObservedContainer container) {
        Path path = tools.request().path().toAbsolutePath().normalize();
        Path folder = Files.isDirectory(path) ? path : path.resolveSibling(".");
        return container
                .workingDirectory()
                .filter(made -> !SamePlace.of(made, folder))
                .isPresent();
    }

    private boolean runs(ObservedState state, String service) {
        return state.containers(project, service).stream()
                .anyMatch(c -> c.status().state() == ObservedContainer.RunState.RUNNING);
    }

    private void start(List<String> services, boolean anew, Consumer<String> log) throws EngineException {
        EngineServices.Dependencies dependencies =
                new StartedDependencies(tools, project, Patience.real()).of(services, log);
        log.accept("docker compose up -d "
                + (anew ? "--force-recreate " : "")
                + (dependencies == EngineServices.Dependencies.LEFT_ALONE ? "--no-deps " : "")
                + String.join(" ", services));
        if (anew) {
            tools.engine().services().upAnew(tools.request(), services, dependencies, log);
        } else {
            tools.engine().services().up(tools.request(), services, dependencies, log);
        }
    }
}
