package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts itself before an engine; the n-th call that changes something goes wrong. */
final class MishapEngine implements Engine.Answerer {

    private final Engine engine;
    private Mishap mishap = Mishap.NONE;
    private int at;
    private int calls;

    MishapEngine(Engine engine) {
        this.engine = engine;
    }

    /** Returns the engine on which that happens. */
    Engine engine() {
        return Engine.answeredBy(this);
    }

    /** Arranges that the n-th changing call from now on, counted from 1, goes wrong. */
    void arrange(Mishap what, int call) {
        mishap = what;
        at = call;
        calls = 0;
    }

    /** Returns how many changing calls came since the last arrangement. */
    int calls() {
        return calls;
    }

    @Override
    public @Nullable Object answer(EngineCall call) throws EngineException {
        if (!call.changes()) {
            return call.on(engine);
        }
        calls++;
        if (calls != at) {
            return call.on(engine);
        }
        return switch (mishap) {
            case NONE -> call.on(engine);
            case REFUSED -> throw refused();
            case DONE_BUT_REFUSED -> {
                call.on(engine);
                throw refused();
            }
            case CRASH_BEFORE -> throw new Mishap.Crash();
            case CRASH_WITHIN -> {
                if (call.arguments().size() > 1 && call.arguments().get(1) instanceof List<?> services) {
                    for (ObservedContainer container :
                            engine.observer().observe().containers()) {
                        if (container.service().filter(services::contains).isPresent()) {
                            replace(container);
                        }
                    }
                }
                throw new Mishap.Crash();
            }
            case CRASH_AFTER -> {
                call.on(engine);
                throw new Mishap.Crash();
            }
        };
    }

    private void replace(ObservedContainer container) throws EngineException {
        engine.containers().stop(container.name(), Duration.ZERO);
        engine.containers().removeContainer(container.name());
        engine.containers()
                .createContainer(new NewContainer(
                        container.name(),
                        container.image(),
                        List.of(),
                        Map.of(),
                        Map.of(
                                ObservedContainer.PROJECT_LABEL,
                                container.project().orElseThrow(),
                                ObservedContainer.SERVICE_LABEL,
                                container.service().orElseThrow()),
                        container.endpoints().stream()
                                .map(ObservedEndpoint::network)
                                .findFirst(),
                        EndpointSpec.PLAIN));
    }

    private EngineException refused() {
        return new EngineException(EngineException.Kind.REFUSED, "The engine refused call " + calls + ".");
    }
}
