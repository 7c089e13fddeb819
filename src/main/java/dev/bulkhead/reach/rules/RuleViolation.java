package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * A rule that a project breaks, or a fault of the rule itself.
 *
 * @param kind what is wrong
 * @param subjects whom it concerns, the first ones of many
 * @param message what is wrong, as a sentence
 * @param fix what would be right, as a sentence
 * @param at where the rule stands
 * @param place element path of the part of the project that breaks it, where one part does
 */
public record RuleViolation(
        Kind kind, List<String> subjects, String message, String fix, Optional<SourceMark> at, Optional<String> place) {

    public RuleViolation {
        subjects = List.copyOf(subjects);
    }

    /** What is wrong. */
    public enum Kind {
        /** A flow that has to work does not. */
        MUST("rule-must"),
        /** A flow that must be impossible is possible. */
        MUST_NOT("rule-must-not"),
        /** Somebody reaches what only others may. */
        ONLY("rule-only"),
        /** Whether the rule holds depends on what the files do not tell. */
        UNDECIDED("rule-undecided"),
        /** A port is published that must not be. */
        EXPOSURE("exposure-not-allowed"),
        /** The rule names a service, group or network that does not exist. */
        UNKNOWN_SUBJECT("rule-unknown-subject"),
        /** Two rules cannot both hold. */
        CONTRADICTION("rule-contradiction"),
        /** The rule speaks of nobody. */
        NEVER_MATCHES("rule-never-matches"),
        /** An earlier rule demands the same. */
        SHADOWED("rule-shadowed");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Returns the name that findings use. */
        public String id() {
            return id;
        }
    }
}
