package dev.bulkhead.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container engine, real or practised. All calls block; none is made on the user interface's thread.
 *
 * <p>Every method throws {@link EngineException} with a sentence for the operator.
 */
public interface EngineGateway extends AutoCloseable {

    /** Returns who answers, negotiating the API version. */
    EngineInfo info() throws EngineException;

    /** Returns all networks and containers as they are now. */
    ObservedState observe() throws EngineException;

    /**
     * Follows the engine's events until closed, reconnecting with backoff when it goes away.
     *
     * @param listener called on the stream's own thread, one event at a time
     */
    Watch watch(Consumer<EngineEvent> listener);

    /** Creates a network. */
    void createNetwork(NetworkSpec network) throws EngineException;

    /** Removes a network that has no members. */
    void removeNetwork(String name) throws EngineException;

    /** Attaches a container (name or id) to a network while it runs. */
    void connect(String network, String container, EndpointSpec endpoint) throws EngineException;

    /** Takes a container off a network while it runs. */
    void disconnect(String network, String container) throws EngineException;

    /** Starts a stopped container. */
    void start(String container) throws EngineException;

    /** Stops a container, giving it the time to end by itself. */
    void stop(String container, Duration grace) throws EngineException;

    /** Runs a command inside a container and returns what it said. */
    ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException;

    /** Returns what running containers (ids) use, measured once over about a second; empty where nobody measures. */
    default Optional<ResourceUse> resources(List<String> containers) throws EngineException {
        return Optional.empty();
    }

    /** Closes connections; a watch that is still open ends. */
    @Override
    void close();

    /** An open event stream. */
    interface Watch extends AutoCloseable {

        /**
         * Has the engine's present state told as {@link EngineEvent.Connected}, in its place among the events: after
         * those of all that has happened before this call. Blocks until the listener has heard it, until it is clear
         * that the engine is gone, or until the limit has passed; never called from the listener itself.
         *
         * @return whether the listener knows how things stand; false when the limit has passed
         */
        boolean settle(Duration limit) throws InterruptedException;

        @Override
        void close();
    }
}
