package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import java.util.Optional;

/** Silence of an engine: whether a call failed because it is gone, which its own words do not always tell. */
public final class EngineSilence {

    private EngineSilence() {}

    /** Returns why the engine does not answer at this moment; empty when it does. */
    public static Optional<String> of(Engine engine) {
        try {
            engine.observer().info();
            return Optional.empty();
        } catch (EngineException e) {
            return switch (e.kind()) {
                case UNREACHABLE, TIMEOUT -> Optional.of(e.sentence());
                case NOT_FOUND, CONFLICT, REFUSED -> Optional.empty();
            };
        }
    }
}
