package dev.bulkhead.cli.output;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.run.FindingsChange;
import java.util.ArrayList;
import java.util.List;

/** Findings as a comment on a change, in Markdown: what is new first and with its place, what stays as before only counted. */
public final class FindingsMarkdown {

    /** A comment is read by people; files hold all of it. */
    private static final int MOST = 20;

    private final CheckReport report;
    private final StringBuilder text = new StringBuilder();

    private FindingsMarkdown(CheckReport report) {
        this.report = report;
    }

    /** Returns a report as text. */
    public static String of(CheckReport report) {
        FindingsMarkdown page = new FindingsMarkdown(report);
        if (report.since().isPresent()) {
            page.change(report.since().get());
        } else {
            page.all();
        }
        page.accepted();
        return page.text.toString();
    }

    private void all() {
        List<Finding> findings = report.judgement().findings();
        title(findings.isEmpty() ? "no findings" : FindingsText.parts(findings));
        List<Finding> told =
                findings.stream().filter(f -> f.severity() != Severity.INFO).toList();
        table(told);
        int infos = findings.size() - told.size();
        if (infos > 0) {
            line(infos + (infos == 1 ? " more is" : " more are") + " only worth knowing.");
        }
    }

    private void change(CheckReport.Since since) {
        FindingsChange change = since.change();
        boolean fails = Checks.fail(change.added());
        title(
                change.added().isEmpty()
                        ? "nothing new to find fault with"
                        : (fails ? "adds " : "adds only what is worth knowing: ") + FindingsText.parts(change.added()));
        line("Since " + Markdown.plain(since.name()) + ".");
        table(change.added());
        list("Gone with this change", change.removed().stream().map(this::line).toList());
        list(
                "Newly accepted by this change",
                change.accepted().stream().map(this::line).toList());
        since.reach().ifPresent(reach -> text.append(ReachMarkdown.of(reach, report.places())));
        if (!change.stayed().isEmpty()) {
            line("As before: " + FindingsText.parts(change.stayed()) + ".");
        }
    }

    private void title(String sentence) {
        text.append("### Bulkhead: ")
                .append(Markdown.plain(report.title()))
                .append(" - ")
                .append(sentence)
                .append('\n');
    }

    private void line(String line) {
        text.append('\n').append(line).append('\n');
    }

    private void table(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append("\n| | finding | where |\n|---|---|---|\n");
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            text.append("| ")
                    .append(
                            finding.severity() == Severity.INFO
                                    ? "info"
                                    : "**" + finding.severity().text() + "**")
                    .append(" | ")
                    .append(Markdown.plain(finding.message()))
                    .append(finding.fix()
                            .map(fix -> " *Fix:* " + Markdown.plain(fix))
                            .orElse(""))
                    .append(' ')
                    .append(Markdown.code(finding.rule()))
                    .append(" | ")
                    .append(finding.at()
                            .map(at -> Markdown.code(report.places().place(at)))
                            .orElse(""))
                    .append(" |\n");
        }
        more(findings.size());
    }

    private void more(int size) {
        if (size > MOST) {
            line("And " + (size - MOST) + " more.");
        }
    }

    private void list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line("**" + title + "**\n");
        lines.stream()
                .limit(MOST)
                .forEach(line -> text.append("- ").append(line).append('\n'));
        more(lines.size());
    }

    private String line(Finding finding) {
        return Markdown.plain(finding.message()) + " " + Markdown.code(finding.rule())
                + finding.at()
                        .map(at -> " " + Markdown.code(report.places().place(at)))
                        .orElse("");
    }

    private String line(Accepted one) {
        String until = one.until().map(day -> " until " + day).orElse(" by a comment");
        return "**" + one.finding().severity().text() + "**" + until + ": " + line(one.finding()) + " *Because:* "
                + Markdown.plain(one.because());
    }

    private void accepted() {
        List<Accepted> accepted = report.judgement().accepted();
        if (accepted.isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        List<Finding> byFile = accepted.stream()
                .filter(one -> one.until().isPresent())
                .map(Accepted::finding)
                .toList();
        List<Finding> byComment = accepted.stream()
                .filter(one -> one.until().isEmpty())
                .map(Accepted::finding)
                .toList();
        if (!byFile.isEmpty()) {
            parts.add(FindingsText.parts(byFile) + " by the baseline");
        }
        if (!byComment.isEmpty()) {
            parts.add(FindingsText.parts(byComment) + " by comments in the files");
        }
        line("Accepted and not counted: " + String.join("; ", parts) + ".");
    }
}
