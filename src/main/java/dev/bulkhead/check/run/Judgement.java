package dev.bulkhead.check.run;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.Accepted;
import java.util.List;

/**
 * Judgement of a project.
 *
 * @param findings what counts, worst first
 * @param accepted what its operator accepts, by the baseline or by a comment
 */
public record Judgement(List<Finding> findings, List<Accepted> accepted) {

    /** The judgement of nothing. */
    public static final Judgement NOTHING = new Judgement(List.of(), List.of());

    public Judgement {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }
}
