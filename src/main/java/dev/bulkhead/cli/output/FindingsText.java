package dev.bulkhead.cli.output;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.run.FindingsChange;
import dev.bulkhead.topology.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings for people: one line each, and how to put it right below. */
public final class FindingsText {

    private FindingsText() {}

    /** Returns a report as text. */
    public static String of(CheckReport report) {
        String text = report.since()
                .map(FindingsText::since)
                .orElseGet(() -> of(report.judgement().findings()));
        return text + accepted(report.judgement().accepted());
    }

    /** What is left out is counted, so that a short list is not taken for a clean project. */
    private static String accepted(List<Accepted> accepted) {
        long byFile = accepted.stream().filter(one -> one.until().isPresent()).count();
        long byComment = accepted.size() - byFile;
        List<String> parts = new ArrayList<>();
        if (byFile > 0) {
            parts.add(byFile + " by the baseline");
        }
        if (byComment > 0) {
            parts.add(byComment + " by a comment in its file");
        }
        return parts.isEmpty() ? "" : "Accepted and not counted: " + String.join(", ", parts) + ".\n";
    }

    private static String since(CheckReport.Since since) {
        StringBuilder text = new StringBuilder();
        FindingsChange change = since.change();
        if (!change.added().isEmpty()) {
            text.append("new:\n");
            lines(change.added(), text);
        }
        if (!change.removed().isEmpty()) {
            text.append("gone:\n");
            lines(change.removed().stream().map(FindingsText::withoutFix).toList(), text);
        }
        if (!change.accepted().isEmpty()) {
            text.append("newly accepted:\n");
            for (Accepted one : change.accepted()) {
                lines(List.of(withoutFix(one.finding())), text);
                text.append("    because: ").append(one.because());
                one.until().ifPresent(day -> text.append(" (until ").append(day).append(')'));
                text.append('\n');
            }
        }
        return text.append("Since ")
                .append(since.name())
                .append(": ")
                .append(
                        change.added().isEmpty()
                                ? "nothing new"
                                : change.added().size() + " new")
                .append(", ")
                .append(change.removed().size())
                .append(" gone, ")
                .append(change.stayed().size())
                .append(" as before")
                .append(change.stayed().isEmpty() ? "" : " (" + parts(change.stayed()) + ")")
                .append(".\n")
                .toString();
    }

    private static Finding withoutFix(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.subjects(),
                finding.message(),
                finding.at(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns findings as text, in their order. */
    public static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No findings.\n";
        }
        StringBuilder text = new StringBuilder();
        List<Finding> goals = findings.stream().filter(Finding::isGoal).toList();
        List<Finding> now = findings.stream().filter(f -> !f.isGoal()).toList();
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

    private static void lines(List<Finding> findings, StringBuilder text) {
        for (Finding finding : findings) {
            text.append(finding.word()).append(": ");
            finding.at().ifPresent(at -> text.append(at).append(": "));
            text.append(finding.message()).append(" [").append(finding.rule()).append("]\n");
            finding.fix().ifPresent(fix -> text.append("    fix: ").append(fix).append('\n'));
        }
    }

    /** The worst scroll out of sight first: the last line says how many there are of each. */
    private static String sum(List<Finding> findings) {
        String all = Counted.of(findings.size(), "finding");
        String parts = parts(findings);
        return parts.contains(",") ? all + " (" + parts + ").\n" : all + ".\n";
    }

    /** Returns how many there are of each severity, for instance {@code 1 error, 2 info}. */
    static String parts(List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            if (count > 0) {
                parts.add(count + " " + severity.text());
            }
        }
        return String.join(", ", parts);
    }
}
