package dev.bulkhead.app.engine;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stand-in for an engine where there is none: answers everything with the reason.
 *
 * @param reason one sentence for the operator
 */
record UnconnectedEngine(String reason) implements Engine.Answerer {

    /** Far enough away that nobody waits for the next try. */
    private static final long NEVER = Duration.ofDays(3650).toMillis();

    static Engine because(String reason) {
        return Engine.answeredBy(new UnconnectedEngine(reason));
    }

    @Override
    @SuppressWarnings("unchecked") // as EngineObserver declares it
    public @Nullable Object answer(EngineCall call) throws EngineException {
        if (call.closes()) {
            return null; // nothing is open
        }
        if (call.method().getReturnType() == EngineObserver.Watch.class) {
            return watch((Consumer<EngineEvent>)
                    Objects.requireNonNull(call.arguments().getFirst()));
        }
        throw new EngineException(EngineException.Kind.UNREACHABLE, reason);
    }

    private EngineObserver.Watch watch(Consumer<EngineEvent> listener) {
        listener.accept(new EngineEvent.Disconnected(reason, 1, NEVER));
        return new EngineObserver.Watch() {
            @Override
            public boolean settle(Duration limit) {
                return true; // nothing will ever be told here
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }
}
