package dev.bulkhead.app.engine;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.ObservedState;
import java.time.Duration;
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
        Engine none = Engine.answeredBy(new UnconnectedEngine(reason));
        return new Engine(
                new Nothing(reason, none.observer()),
                none.networks(),
                none.containers(),
                none.exec(),
                none.services(),
                none.measure());
    }

    @Override
    public @Nullable Object answer(EngineCall call) throws EngineException {
        throw new EngineException(EngineException.Kind.UNREACHABLE, reason);
    }

    /** Observer of nothing: a watch on it is told once that there is no engine. */
    private record Nothing(String reason, EngineObserver none) implements EngineObserver {

        @Override
        public EngineInfo info() throws EngineException {
            return none.info();
        }

        @Override
        public ObservedState observe() throws EngineException {
            return none.observe();
        }

        @Override
        public Watch watch(Consumer<EngineEvent> listener) {
            listener.accept(new EngineEvent.Disconnected(reason, 1, NEVER));
            return new Watch() {
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

        @Override
        public void close() {
            // nothing is open
        }
    }
}
