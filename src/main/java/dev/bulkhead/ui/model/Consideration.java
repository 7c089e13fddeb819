package dev.bulkhead.ui.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Consideration of an edit that is not done: what would come of it.
 *
 * @param refusal why it cannot be done, as a sentence
 * @param fresh what the checks would find that they do not find now, worst first
 */
public record Consideration(Optional<String> refusal, List<Finding> fresh) {

    /** Nothing speaks against it. */
    public static final Consideration FINE = new Consideration(Optional.empty(), List.of());

    public Consideration {
        fresh = List.copyOf(fresh);
    }

    /** Returns that of an edit that cannot be done. */
    static Consideration refused(String sentence) {
        return new Consideration(Optional.of(sentence), List.of());
    }

    /** Returns that of an edit after which the checks find this, beside what they find now. */
    static Consideration of(List<Finding> found, Set<String> known) {
        return new Consideration(
                Optional.empty(),
                found.stream()
                        .filter(finding -> !known.contains(Fingerprint.of(finding)))
                        .toList());
    }

    /**
     * Returns why it must not be done: it is refused, or the files would be in error. A rule of the operator that would break
     * does not forbid it: the bar of edits tells that.
     */
    public Optional<String> forbids() {
        return refusal.or(() -> fresh.stream()
                .filter(finding -> finding.severity() == Severity.ERROR && !demanded(finding))
                .findFirst()
                .map(Consideration::words));
    }

    /** Returns what is to be thought of beside that: the worst that is no error. */
    public Optional<String> warns() {
        return fresh.stream()
                .filter(finding -> finding.severity() == Severity.WARNING || demanded(finding))
                .filter(finding -> !finding.isGoal())
                .findFirst()
                .map(Consideration::words);
    }

    private static boolean demanded(Finding finding) {
        return finding.rule().startsWith("rule-") || finding.rule().startsWith("exposure-");
    }

    private static String words(Finding finding) {
        return finding.message() + finding.fix().map(fix -> " " + fix).orElse("");
    }
}
