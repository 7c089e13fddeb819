package dev.bulkhead.app.engine;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.live.EngineSwitch;

/** Engine of an open project: hands every call to the engine that is chosen now. Safe for use by several threads. */
public final class ProjectEngine implements EngineSwitch {

    /** Makes the engine for a choice; blocks. */
    @FunctionalInterface
    public interface Maker {
        Engine make(EngineChoice choice) throws EngineException;
    }

    private final Maker maker;
    private final Engine engine;
    private volatile Engine current;
    private volatile EngineChoice chosen;
    private volatile boolean closed;

    /** Starts with a choice; where it cannot be made, with an engine that says why. */
    public ProjectEngine(EngineChoice first, Maker maker) {
        this.maker = maker;
        this.chosen = first;
        this.current = first(first, maker);
        this.engine = Engine.answeredBy(call -> call.on(current));
    }

    private static Engine first(EngineChoice first, Maker maker) {
        try {
            return maker.make(first);
        } catch (EngineException e) {
            return UnconnectedEngine.because(e.sentence());
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public EngineChoice chosen() {
        return chosen;
    }

    @Override
    public synchronized void use(EngineChoice choice) throws EngineException {
        Engine next = maker.make(choice);
        Engine before = current;
        current = next;
        chosen = choice;
        before.close();
    }

    /** Returns whether the engine was let go. */
    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        engine.close();
    }
}
