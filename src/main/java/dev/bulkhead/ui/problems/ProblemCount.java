package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import java.util.List;

/** Number of findings, in words. */
public final class ProblemCount {

    private ProblemCount() {}

    /** Returns a title that tells how many there are, and apart from them what is only worth knowing. */
    public static String title(List<Finding> findings) {
        long info = findings.stream()
                .filter(finding -> finding.severity() == Severity.INFO)
                .count();
        String problems = "Problems " + (findings.size() - info);
        return info == 0 ? problems : problems + " + " + info + " info";
    }
}
