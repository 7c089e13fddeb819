package dev.bulkhead.check;

import dev.bulkhead.reach.rules.RuleViolation;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finding about a project: something wrong, or worth knowing.
 *
 * @param rule id of the check that found it
 * @param severity how bad it is
 * @param subjects what it is about; the first is the one to go to
 * @param message what is wrong, as a sentence
 * @param at where it stands in the operator's files
 * @param fix what would be right, as a sentence
 * @param quickFix an edit that puts it right and harms nothing else, where there is one
 */
public record Finding(
        String rule,
        Severity severity,
        List<Element> subjects,
        String message,
        Optional<SourceMark> at,
        Optional<String> fix,
        Optional<TopologyEdit> quickFix) {

    public Finding {
        subjects = List.copyOf(subjects);
        message = OneLine.of(message);
        fix = fix.map(OneLine::of);
    }

    /**
     * Returns whether it is a goal of an iteration that is not done: no fault, but how far there is to go, so that it is counted
     * and shown apart.
     */
    public boolean isGoal() {
        return rule.equals(RuleViolation.Kind.GOAL.id());
    }

    /** Returns whether the project breaks a rule of the operator; a goal is not broken, and a faulty rule breaks nothing. */
    public boolean isBreach() {
        return Stream.of(
                        RuleViolation.Kind.MUST,
                        RuleViolation.Kind.MUST_NOT,
                        RuleViolation.Kind.ONLY,
                        RuleViolation.Kind.EXPOSURE)
                .anyMatch(kind -> kind.id().equals(rule));
    }

    /** Returns how bad it is, in a word; a goal is not bad at all. */
    public String word() {
        return isGoal() ? "goal" : severity.text();
    }

    /** Returns the same finding, taken more or less seriously. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, subjects, message, at, fix, quickFix);
    }

    /** Returns the same finding with an edit that puts it right. */
    public Finding withQuickFix(TopologyEdit edit) {
        return new Finding(rule, severity, subjects, message, at, fix, Optional.of(edit));
    }
}
