package dev.bulkhead.check.run;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.Accepted;
import java.util.List;

/**
 * Judgement of a project.
 *
 * @param findings what counts, worst first
 * @param accepted what its operator accepts, by the baseline or by a comment
 * @param rules the rules that were asked
 */
public record Judgement(List<Finding> findings, List<Accepted> accepted, List<CheckRule> rules) {

    /** The judgement of nothing. */
    public static final Judgement NOTHING = new Judgement(List.of(), List.of());

    public Judgement {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        rules = List.copyOf(rules);
    }

    /** Takes the findings of the rules that are asked of every project. */
    public Judgement(List<Finding> findings, List<Accepted> accepted) {
        this(findings, accepted, Checks.rules());
    }
}
