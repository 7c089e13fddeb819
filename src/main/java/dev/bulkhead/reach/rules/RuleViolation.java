package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * Violation of a rule by a project, or a fault of the rule itself.
 *
 * @param kind what is wrong
 * @param subjects whom it concerns, the first ones of many
 * @param message what is wrong, as a sentence
 * @param fix what would be right, as a sentence
 * @param at where the rule stands
 * @param place element path of the part of the project that breaks it, where one part does
 */
public record RuleViolation(
        Kind kind,
        List<Element> subjects,
        String message,
        String fix,
        Optional<SourceMark> at,
        Optional<Element> place) {

    public RuleViolation {
        subjects = List.copyOf(subjects);
    }

    /** Returns this as what is still to be reached. */
    RuleViolation asGoal() {
        return new RuleViolation(Kind.GOAL, subjects, message, fix, at, place);
    }

    /** Returns this as what is still to be reached, with words before its sentence. */
    RuleViolation asGoal(String before) {
        return new RuleViolation(Kind.GOAL, subjects, before + message, fix, at, place);
    }

    /** Kind of a violation: what is wrong. */
    public enum Kind {
        /** A flow that has to work does not. */
        MUST("rule-must", "Flows that have to work do"),
        /** A flow that must be impossible is possible. */
        MUST_NOT("rule-must-not", "Flows that must be impossible are"),
        /** Somebody reaches what only others may. */
        ONLY("rule-only", "Only those named reach what is guarded"),
        /** Whether the rule holds depends on what the files do not tell. */
        UNDECIDED("rule-undecided", "Rules can be decided"),
        /** A rule that has to hold only after an iteration that is not done does not hold yet. */
        GOAL("rule-goal", "Goals are reached"),
        /** A port is published that must not be. */
        EXPOSURE("exposure-not-allowed", "Only allowed ports are published"),
        /** The rule names a service, group or network that does not exist. */
        UNKNOWN_SUBJECT("rule-unknown-subject", "Rules name what exists"),
        /** Two rules cannot both hold. */
        CONTRADICTION("rule-contradiction", "Rules do not contradict each other"),
        /** The rule speaks of nobody. */
        NEVER_MATCHES("rule-never-matches", "Rules speak of somebody"),
        /** An earlier rule demands the same. */
        SHADOWED("rule-shadowed", "Rules demand something new");

        private final String id;
        private final String title;

        Kind(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** Returns the name that findings use. */
        public String id() {
            return id;
        }

        /** Returns what the rule demands, in a few words. */
        public String title() {
            return title;
        }
    }
}
