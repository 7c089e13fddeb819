package dev.bulkhead.app;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes which engines were closed. */
final class ClosingWatch {

    private final List<EngineObserver> closed = new CopyOnWriteArrayList<>();

    /** Returns an engine that does the same and is noted when it is closed. */
    Engine over(Engine engine) {
        return Engine.answeredBy(call -> {
            if (call.closes()) {
                closed.add(engine.observer());
            }
            return call.on(engine);
        });
    }

    /** Returns whether an engine was closed. */
    boolean closed(EngineObserver engine) {
        return closed.contains(engine);
    }
}
