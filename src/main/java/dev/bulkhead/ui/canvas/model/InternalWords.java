package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.Network;
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
        String no = "No way out over this network: internal, ";
        if (engine.isEmpty()) {
            return no + "say the files; the engine is not asked or does not have it.";
        }
        if (network.external()) {
            return no + "says the engine; the file says external.";
        }
        return no
                + (network.internal() ? "say the files and the engine." : "says the engine; the files do not say so.");
    }
}
