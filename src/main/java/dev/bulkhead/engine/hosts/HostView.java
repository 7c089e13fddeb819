package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;

/** View of one host: what its engine told, or why it told nothing. */
public sealed interface HostView {

    /** Returns what the operator calls the host; its engine's address where he gave it no name. */
    String host();

    /**
     * A host whose engine answered.
     *
     * @param info who answered
     * @param state what it has
     */
    record Answered(String host, EngineInfo info, ObservedState state) implements HostView {}

    /**
     * A host whose engine did not answer: what runs there is not known.
     *
     * @param why the engine's fault, as a sentence
     */
    record Silent(String host, String why) implements HostView {

        /** Returns the sentence for the operator. */
        public String sentence() {
            return "Host " + host + " does not answer, so what runs there is not known: " + why;
        }
    }
}
