package dev.bulkhead.reach.diff;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.Subject;
import java.util.Optional;

/**
 * Change of reachability: one ordered pair that the topology treats otherwise.
 *
 * @param before the answer before; empty where one of the two did not exist
 * @param after the answer after; empty where one of the two no longer exists
 */
public record ReachChange(
        Kind kind, Subject from, Subject to, Optional<ReachAnswer> before, Optional<ReachAnswer> after) {

    /** Kind of a change: what becomes of a pair. */
    public enum Kind {
        /** Packets get there now. */
        OPENS("opens"),
        /** Packets no longer get there. */
        CLOSES("closes"),
        /** More ports than before. */
        WIDENS("widens"),
        /** Fewer ports than before, or others. */
        NARROWS("narrows"),
        /** It is no longer, or not yet, known. */
        UNCERTAIN("uncertain");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Returns the name as reports write it. */
        public String text() {
            return text;
        }
    }

    /** Returns the answer that says what carries the pair: the new one, or the old one of what closes. */
    public ReachAnswer carrier() {
        Optional<ReachAnswer> telling = kind == Kind.CLOSES || kind == Kind.NARROWS ? before : after;
        return telling.or(() -> before).or(() -> after).orElseThrow();
    }
}
