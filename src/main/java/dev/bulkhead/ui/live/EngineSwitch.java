package dev.bulkhead.ui.live;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.hosts.LiveHosts;
import java.util.List;
import java.util.Optional;

/** Engine of one open project, which can be exchanged for another. */
public interface EngineSwitch {

    /** Returns the engine; the same object whatever is chosen. */
    Engine engine();

    /** Connects to what is chosen, unless that was done already; blocks, so never on the user interface's thread. */
    void connect();

    /** Returns the hosts behind it where several are chosen. */
    Optional<LiveHosts> hosts();

    /** Returns the hosts that the project's own files name. */
    List<EngineChoice.Named> stated();

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
