package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.List;

/** Event that an engine tells of. */
public sealed interface EngineEvent {

    /** The stream stands and this is the engine's state; sent first, and again after every reconnect. */
    record Connected(EngineInfo info, ObservedState state) implements EngineEvent {}

    /** A container is new or changed; the stream carries its whole state. */
    record ContainerChanged(ObservedContainer container) implements EngineEvent {}

    /** A container is gone. */
    record ContainerRemoved(String id) implements EngineEvent {}

    /** A network is new or changed. */
    record NetworkChanged(ObservedNetwork network) implements EngineEvent {}

    /** A network is gone. */
    record NetworkRemoved(String id) implements EngineEvent {}

    /**
     * A reference means another image than before, or none: it was pulled, tagged, loaded or removed.
     *
     * @param reference as the engine tells it, for instance {@code nginx:latest}
     */
    record ImageChanged(String reference) implements EngineEvent {}

    /**
     * The engine is gone; the stream tries again by itself.
     *
     * @param reason one sentence
     * @param attempt how many tries have failed since it was last there
     * @param retryInMillis when the next try comes, in milliseconds
     */
    record Disconnected(String reason, int attempt, long retryInMillis) implements EngineEvent {}

    /**
     * One of several hosts that are watched together is gone, while another answers or may do so; its stream tries again by itself.
     *
     * @param host what the operator calls it
     * @param reason one sentence
     */
    record HostGone(String host, String reason) implements EngineEvent {}

    /** Returns the names of the kinds, for filters and logs. */
    static List<String> kinds() {
        return List.of("connected", "container", "network", "image", "disconnected", "host");
    }
}
