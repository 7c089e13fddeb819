package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * Rule of the operator about who must and must not reach whom, as a rules file was understood.
 *
 * @param statement the rule as it is written
 * @param from sources; for {@link Kind#ONLY} those that are allowed
 * @param to targets
 * @param at where it stands
 */
public record Rule(Statement statement, List<Selector> from, List<Target> to, SourceMark at) {

    public Rule {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Kind of a rule: what it demands. */
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

    /**
     * Statement of a rule, as it is written in a rules file or to be added to one.
     *
     * @param kind what it demands
     * @param flow sources and targets, for instance {@code traefik -> jellyfin:8096}
     * @param why the operator's reason
     * @param after the iteration after which it has to hold; before that it is a goal
     */
    public record Statement(Kind kind, String flow, Optional<String> why, Optional<String> after) {

        /** A statement that has to hold now. */
        public Statement(Kind kind, String flow, Optional<String> why) {
            this(kind, flow, why, Optional.empty());
        }

        /** Returns whether another one demands the same, for whatever reason. */
        public boolean demandsTheSame(Statement other) {
            return kind == other.kind && flow.equals(other.flow);
        }

        @Override
        public String toString() {
            return kind.key() + ": " + flow;
        }
    }

    /** Returns what the rule demands. */
    public Kind kind() {
        return statement.kind();
    }

    /** Returns the operator's reason. */
    public Optional<String> why() {
        return statement.why();
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
