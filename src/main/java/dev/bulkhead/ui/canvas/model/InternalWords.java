package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.Network;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;

/** Words for why a network has the lock of an internal one: what the files say of it, and what the engine. */
final class InternalWords {

    private InternalWords() {}

    /**
     * Returns them.
     *
     * @param engine what the engine says; empty where it has no such network or is not known
     */
    static String of(Network network, Optional<Boolean> engine) {
        boolean internal = engine.orElse(network.internal());
        if (!internal) {
            return "";
        }

        if (engine.isEmpty()) {
            return Words.of("internalwords.say-the-files-the-engine");
        }
        if (network.external()) {
            return Words.of("internalwords.says-the-engine-the-file");
        }
        return network.internal()
                ? Words.of("internalwords.say-the-files-and-the")
                : Words.of("internalwords.says-the-engine-the-files");
    }
}
