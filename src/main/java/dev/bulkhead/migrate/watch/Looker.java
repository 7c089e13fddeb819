package dev.bulkhead.migrate.watch;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.live.Pause;
import dev.bulkhead.migrate.verify.Verifier;
import java.util.List;
import java.util.TreeMap;

/** Source of looks at a running project: asks every flow once, and how every service is. */
public final class Looker {

    private final Engine engine;
    private final String project;
    private final List<MustFlow> flows;

    /**
     * Looks at a project.
     *
     * @param flows those that have to work; what is forbidden is not asked
     */
    public Looker(Engine engine, String project, List<MustFlow> flows) {
        this.engine = engine;
        this.project = project;
        this.flows = flows.stream().filter(flow -> !flow.forbidden()).toList();
    }

    /**
     * Looks once.
     *
     * @throws EngineException if the engine does not answer, which tells nothing of the project
     */
    public Look look() throws EngineException {
        Pause never = time -> {};
        TreeMap<String, Boolean> answers = new TreeMap<>(
                new Verifier(engine, never).baseline(project, flows).flows());
        ObservedState state = engine.observer().observe();
        TreeMap<String, Boolean> services = new TreeMap<>();
        for (ObservedContainer container : state.containers()) {
            if (container.project().filter(project::equals).isPresent()) {
                container
                        .service()
                        .ifPresent(service ->
                                services.merge(service, container.status().ready(), Boolean::logicalAnd));
            }
        }
        return new Look(answers, services);
    }
}
