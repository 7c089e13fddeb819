package dev.bulkhead.cli.output;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import java.util.ArrayList;
import java.util.List;

/** Findings for people: one line each, and how to put it right below. */
public final class FindingsText {

    private FindingsText() {}

    /** Returns findings as text, in their order. */
    public static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No findings.\n";
        }
        StringBuilder text = new StringBuilder();
        List<Finding> goals = findings.stream().filter(FindingsText::isGoal).toList();
        List<Finding> now = findings.stream().filter(f -> !isGoal(f)).toList();
        lines(now, text);
        if (!goals.isEmpty()) {
            text.append("goals of iterations that are not done yet:\n");
            lines(goals, text);
        }
        String waiting =
                goals.isEmpty() ? "" : goals.size() + (goals.size() == 1 ? " goal" : " goals") + " to reach.\n";
        return text.append(now.isEmpty() ? "No findings.\n" : sum(now))
                .append(waiting)
                .toString();
    }

    /** A goal is no fault: it says how far there is to go. */
    private static boolean isGoal(Finding finding) {
        return finding.rule().equals("rule-goal");
    }

    private static void lines(List<Finding> findings, StringBuilder text) {
        for (Finding finding : findings) {
            text.append(isGoal(finding) ? "goal" : finding.severity().text()).append(": ");
            finding.at().ifPresent(at -> text.append(at).append(": "));
            text.append(finding.message()).append(" [").append(finding.rule()).append("]\n");
            finding.fix().ifPresent(fix -> text.append("    fix: ").append(fix).append('\n'));
        }
    }

    /** The worst scroll out of sight first: the last line says how many there are of each. */
    private static String sum(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            if (count > 0) {
                parts.add(count + " " + severity.text());
            }
        }
        String all = findings.size() == 1 ? "1 finding" : findings.size() + " findings";
        return parts.size() == 1 ? all + ".\n" : all + " (" + String.join(", ", parts) + ").\n";
    }
}
