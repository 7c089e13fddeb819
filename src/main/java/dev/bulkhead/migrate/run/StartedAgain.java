package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.RestoreContent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Start of containers that ran before a run, or by its steps, and have ended when it is continued. An engine that comes back starts those that
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
        Set<String> ran = new TreeSet<>();
        before.state().containers().stream()
                .filter(was -> was.status().state() == ObservedContainer.RunState.RUNNING)
                .forEach(was -> was.service().ifPresent(ran::add));
        for (PlanStep step : plan.steps()) {
            boolean starts = step.operation() instanceof Operation.RecreateServices
                    || step.operation() instanceof Operation.ExchangeService
                    || step.operation() instanceof Operation.StartContainer;
            if (starts && done.contains(step.number())) {
                ran.addAll(step.operation().services());
            } else if (step.operation() instanceof Operation.StopContainer && done.contains(step.number())) {
                ran.removeAll(step.operation().services());
            }
        }
        ObservedState now = engine.observer().observe();
        return ran.stream()
                .flatMap(service -> now.containers(before.project(), service).stream())
                .filter(is -> is.status().state() == ObservedContainer.RunState.EXITED)
                .sorted(Comparator.comparing(is -> is.networkMode().startsWith(SHARED)))
                .toList();
    }
}
