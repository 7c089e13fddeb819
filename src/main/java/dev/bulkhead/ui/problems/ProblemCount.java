package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.words.Words;
import java.util.List;

/** Number of findings, in words. */
public final class ProblemCount {

    private ProblemCount() {}

    /** Returns a title that tells how many there are, and apart from them what is only worth knowing, and goals. */
    public static String title(List<Finding> findings) {
        long goals = findings.stream().filter(Finding::isGoal).count();
        long info = findings.stream()
                .filter(finding -> !finding.isGoal() && finding.severity() == Severity.INFO)
                .count();
        return Words.of("problemcount.problems", findings.size() - info - goals)
                + (info == 0 ? "" : " + " + Words.of("problemcount.info", info))
                + (goals == 0 ? "" : " + " + Words.count("goal", goals));
    }
}
