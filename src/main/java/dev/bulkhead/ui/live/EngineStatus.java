package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineInfo;
import java.time.Instant;

/** Status of the connection between the window and the engine. */
public sealed interface EngineStatus {

    /** No engine was asked for. */
    record None() implements EngineStatus {}

    /** The first answer has not come yet. */
    record Connecting() implements EngineStatus {}

    /** It answers. */
    record Connected(EngineInfo info) implements EngineStatus {}

    /**
     * It is gone; the stream tries again by itself.
     *
     * @param reason one sentence
     * @param attempt how many tries have failed
     * @param retryAt when the next try comes
     */
    record Gone(String reason, int attempt, Instant retryAt) implements EngineStatus {}
}
