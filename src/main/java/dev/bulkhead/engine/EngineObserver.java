package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Capability of an engine to tell what it has, once or as it changes; owner of the connection to it.
 *
 * <p>As with every capability, all calls block and none is made on the user interface's thread; every method that can
 * fail throws {@link EngineException} with a sentence for the operator.
 */
public interface EngineObserver extends AutoCloseable {

    /** Returns who answers, negotiating the API version. */
    EngineInfo info() throws EngineException;

    /** Returns all networks and containers as they are now. */
    ObservedState observe() throws EngineException;

    /** Returns everything it tells of containers, networks, volumes and images, in its own words; it holds secrets. */
    EngineDetails details() throws EngineException;

    /** Returns everything that is needed to make a container (name or id) again. */
    ContainerBlueprint inspect(String container) throws EngineException;

    /** Returns as whom a container (name or id) runs, what looks after its health, and what it has written. */
    ContainerLook look(String container) throws EngineException;

    /** Returns the image that a reference means at present; empty when the engine does not have it. */
    Optional<ObservedImage> image(String reference) throws EngineException;

    /**
     * Returns what the health check of a running container (name or id) came to when it was run last; empty when nobody runs
     * one, or none has ended yet.
     */
    Optional<HealthLook> lastHealthLook(String container) throws EngineException;

    /** Returns the command lines of the processes of a running container (name or id). */
    List<String> processes(String container) throws EngineException;

    /**
     * Reads what a container writes.
     *
     * @param listener called with each line, on the stream's own thread
     */
    EngineStream logs(String container, LogQuery query, Consumer<LogLine> listener) throws EngineException;

    /**
     * Returns whether some line of what a container has written so far is as asked; lines are looked at as they are, also
     * where an engine masks what it tells.
     */
    default boolean wrote(String container, Predicate<String> line) throws EngineException {
        AtomicBoolean found = new AtomicBoolean();
        Consumer<LogLine> look = said -> {
            if (line.test(said.text())) {
                found.set(true);
            }
        };
        try (EngineStream log = logs(container, LogQuery.ALL, look)) {
            if (!log.await(Duration.ofSeconds(30))) {
                throw new EngineException(
                        EngineException.Kind.TIMEOUT, "The log of container " + container + " is too long to be read.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found.get();
    }

    /**
     * Follows the engine's events until closed, reconnecting with backoff when it goes away.
     *
     * @param listener called on the stream's own thread, one event at a time
     */
    Watch watch(Consumer<EngineEvent> listener);

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
