package dev.bulkhead.reach;

import java.util.Optional;

/**
 * Answer for an ordered pair: whether one subject reaches the other, and why.
 *
 * @param reason why; it decides the verdict
 * @param via the network, or the published port as {@code host:8080/tcp}, that carries or would carry it
 * @param names whether the source can look the target's name up (for the internet: public names)
 * @param routedBy the reverse proxy that has a route to the target and that the source reaches; a second way at
 *     application level, apart from packets
 */
public record ReachAnswer(
        Subject from, Subject to, ReachReason reason, Optional<String> via, boolean names, Optional<String> routedBy) {

    /** Returns whether packets get there. */
    public Verdict verdict() {
        return reason.verdict();
    }
}
