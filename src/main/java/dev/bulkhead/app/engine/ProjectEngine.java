package dev.bulkhead.app.engine;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.live.EngineSwitch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Engine of an open project: hands every call to the engine that is chosen now. The first one is made when it is asked the
 * first time, so that a project is seen before an engine is waited for. Safe for use by several threads.
 */
public final class ProjectEngine implements EngineSwitch {

    /** Makes the engine for a choice; blocks. */
    @FunctionalInterface
    public interface Maker {
        Engine make(EngineChoice choice) throws EngineException;
    }

    private final Maker maker;
    private final Engine engine;
    /** Empty until it is asked something. */
    private volatile Optional<Engine> current = Optional.empty();

    private volatile EngineChoice chosen;
    private volatile boolean closed;

    /** Starts with a choice; where it cannot be made, with an engine that says why. */
    public ProjectEngine(EngineChoice first, Maker maker) {
        this.maker = maker;
        this.chosen = first;
        this.engine = Engine.answeredBy(this::answer);
    }

    private @Nullable Object answer(EngineCall call) throws EngineException {
        // One that was never made needs no closing.
        return call.closes() && current.isEmpty() ? null : call.on(connected());
    }

    @Override
    public void connect() {
        connected();
    }

    private Engine connected() {
        return current.orElseGet(this::first);
    }

    private synchronized Engine first() {
        // Another call may have made it meanwhile, or another one was chosen.
        if (current.isEmpty()) {
            Engine first = made();
            current = Optional.of(first);
            if (closed) {
                first.close();
            }
        }
        return current.get();
    }

    private Engine made() {
        try {
            return maker.make(chosen);
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
        Optional<Engine> before = current;
        current = Optional.of(next);
        chosen = choice;
        before.ifPresent(Engine::close);
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
