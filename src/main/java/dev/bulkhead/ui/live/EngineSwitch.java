package dev.bulkhead.ui.live;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;

/** Engine of one open project, which can be exchanged for another. */
public interface EngineSwitch {

    /** Returns the engine; the same object whatever is chosen. */
    Engine engine();

    /** Connects to what is chosen, unless that was done already; blocks, so never on the user interface's thread. */
    void connect();

    /** Returns what is chosen now. */
    EngineChoice chosen();

    /**
     * Goes over to another engine, reachable or not; blocks, so never on the user interface's thread.
     *
     * @throws EngineException if the address is not one that can be used; then nothing changes
     */
    void use(EngineChoice choice) throws EngineException;

    /** Lets go of the engine; blocks until its connections are closed. */
    void close();
}
