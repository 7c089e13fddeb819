package dev.bulkhead.check.run;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.Suppression;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.topology.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filter of the findings that comments hide, and finder of the comments that hide nothing. */
final class SuppressedFindings {

    private static final CheckRule INCOMPLETE = new CheckRule(
            "suppression-incomplete", "Comments that hide findings name a rule and a reason", Severity.WARNING);
    private static final CheckRule UNUSED =
            new CheckRule("suppression-unused", "Comments that hide findings hide some", Severity.INFO);

    static final List<CheckRule> RULES = List.of(INCOMPLETE, UNUSED);

    private static final String RIGHT = "Write # bulkhead: ignore RULE because REASON.";

    private final List<Suppression> suppressions;
    private final Map<String, List<Suppression>> byFile = new HashMap<>();
    private final List<String> ids;
    private final List<String> asked;
    private final Levels levels;

    /**
     * Makes a filter.
     *
     * @param rules all that comments may name
     * @param asked those of them that were asked; of the others nobody can tell whether a comment hides anything
     */
    SuppressedFindings(List<Suppression> suppressions, List<CheckRule> rules, List<CheckRule> asked, Levels levels) {
        this.suppressions = suppressions;
        this.ids = rules.stream().map(CheckRule::id).toList();
        this.asked = asked.stream().map(CheckRule::id).toList();
        this.levels = levels;
        for (Suppression suppression : suppressions) {
            byFile.computeIfAbsent(suppression.at().file(), file -> new ArrayList<>())
                    .add(suppression);
        }
    }

    /** Returns the findings that no comment hides. */
    List<Finding> without(List<Finding> findings) {
        return suppressions.isEmpty()
                ? findings
                : findings.stream().filter(finding -> !isHidden(finding)).toList();
    }

    /** Returns the findings that a comment hides, each with its reason. */
    List<Accepted> hidden(List<Finding> findings) {
        return suppressions.isEmpty()
                ? List.of()
                : findings.stream()
                        .flatMap(finding -> hiding(finding).flatMap(Suppression::reason).stream()
                                .map(reason -> new Accepted(finding, reason, Optional.empty())))
                        .toList();
    }

    private boolean isHidden(Finding finding) {
        return hiding(finding).isPresent();
    }

    private Optional<Suppression> hiding(Finding finding) {
        return finding.at()
                .flatMap(at -> byFile.getOrDefault(at.file(), List.of()).stream()
                        .filter(suppression -> suppression.covers(finding.rule(), at))
                        .findFirst());
    }

    /** Returns a finding for every comment that lacks something or hides nothing of what was found. */
    List<Finding> faults(List<Finding> found) {
        List<Finding> faults = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            if (suppression.rules().isEmpty()) {
                faults.add(fault(INCOMPLETE, suppression, "This comment names no rule, so it hides nothing.", RIGHT));
            } else if (suppression.reason().isEmpty()) {
                faults.add(fault(
                        INCOMPLETE,
                        suppression,
                        "This comment gives no reason for ignoring " + String.join(", ", suppression.rules())
                                + ", so it hides nothing.",
                        RIGHT));
            } else {
                suppression
                        .rules()
                        .forEach(rule -> named(suppression, rule, found).ifPresent(faults::add));
            }
        }
        return faults;
    }

    private Optional<Finding> named(Suppression suppression, String rule, List<Finding> found) {
        if (!ids.contains(rule)) {
            return Optional.of(fault(
                    INCOMPLETE,
                    suppression,
                    "There is no rule " + rule + " to ignore.",
                    NearestName.to(rule, ids)
                            .map(id -> "Did you mean " + id + "?")
                            .orElse(RIGHT)));
        }
        boolean hides = levels.isOff(rule)
                || !asked.contains(rule)
                || found.stream()
                        .anyMatch(f ->
                                f.at().map(at -> suppression.covers(rule, at)).orElse(false)
                                        && f.rule().equals(rule));
        return hides
                ? Optional.empty()
                : Optional.of(fault(
                        UNUSED,
                        suppression,
                        "Nothing of " + rule + " is found on line " + suppression.line()
                                + ", which this comment is about.",
                        "Move the comment to the line that the finding names, or remove it."));
    }

    private static Finding fault(CheckRule rule, Suppression suppression, String message, String fix) {
        return new Finding(
                rule.id(),
                rule.severity(),
                List.of(),
                message,
                Optional.of(suppression.at()),
                Optional.of(fix),
                Optional.empty());
    }
}
