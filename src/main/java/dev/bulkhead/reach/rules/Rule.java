package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * Rule of the operator about who must and must not reach whom.
 *
 * @param from sources; for {@link Kind#ONLY} those that are allowed
 * @param to targets
 * @param why the operator's reason
 * @param text the rule as it is written, without its kind
 * @param at where it stands
 */
public record Rule(Kind kind, List<Selector> from, List<Target> to, Optional<String> why, String text, SourceMark at) {

    public Rule {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** What a rule demands. */
    public enum Kind {
        /** The flow has to work. */
        MUST("must"),
        /** The flow must be impossible. */
        MUST_NOT("must-not"),
        /** Nobody but the sources, the targets among themselves and the host reaches the targets. */
        ONLY("only");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Returns the key that the rules file uses. */
        public String key() {
            return key;
        }
    }

    @Override
    public String toString() {
        return kind.key() + ": " + text;
    }
}
