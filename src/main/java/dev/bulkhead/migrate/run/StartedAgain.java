package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.restore.RestoreContent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Start of containers that ran before a run and have ended when it is continued. An engine that comes back starts those that
 * ask for it, but not a guest whose turn came before that of the container whose network it shares.
 */
final class StartedAgain {

    private static final String SHARED = "container:";

    private final Engine engine;
    private final RestoreContent before;

    StartedAgain(Engine engine, RestoreContent before) {
        this.engine = engine;
        this.before = before;
    }

    /**
     * Starts them, those that share a network last. What cannot be started is found by the steps that need it.
     *
     * @param done numbers of the steps that are done; what one of them stopped stays so
     */
    void start(Plan plan, Set<Integer> done, Consumer<String> log) {
        try {
            for (ObservedContainer container : ended(plan, done)) {
                start(container, log);
            }
        } catch (EngineException e) {
            log.accept(String.valueOf(e.getMessage()));
        }
    }

    private void start(ObservedContainer container, Consumer<String> log) {
        try {
            engine.containers().start(container.id());
            log.accept("Started " + container.name() + " again, which had ended meanwhile");
        } catch (EngineException e) {
            log.accept(String.valueOf(e.getMessage()));
        }
    }

    private List<ObservedContainer> ended(Plan plan, Set<Integer> done) throws EngineException {
        List<String> stopped = plan.steps().stream()
                .filter(step -> done.contains(step.number()))
                .filter(step -> step.operation() instanceof Operation.StopContainer)
                .flatMap(step -> step.operation().services().stream())
                .toList();
        ObservedState now = engine.observer().observe();
        return before.state().containers().stream()
                .filter(was -> was.status().state() == ObservedContainer.RunState.RUNNING)
                .flatMap(was -> was.service().stream())
                .distinct()
                .filter(service -> !stopped.contains(service))
                .flatMap(service -> now.containers(before.project(), service).stream())
                .filter(is -> is.status().state() == ObservedContainer.RunState.EXITED)
                .sorted(Comparator.comparing(is -> is.networkMode().startsWith(SHARED)))
                .toList();
    }
}
