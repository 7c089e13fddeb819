package dev.bulkhead.cli.output.benchmark;

import dev.bulkhead.check.benchmark.Answer;
import dev.bulkhead.check.benchmark.BenchmarkReport;
import dev.bulkhead.check.benchmark.Breach;
import dev.bulkhead.cli.output.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** Report by benchmarks as a page of Markdown. */
public final class BenchmarkMarkdown {

    private final BenchmarkPage page;
    private final StringBuilder text = new StringBuilder();

    private BenchmarkMarkdown(BenchmarkPage page) {
        this.page = page;
    }

    /** Returns a page as text. */
    public static String of(BenchmarkPage page) {
        BenchmarkMarkdown written = new BenchmarkMarkdown(page);
        page.reports().forEach(written::report);
        return written.text.toString().stripLeading();
    }

    private void report(BenchmarkReport report) {
        line("### " + Markdown.plain(page.project()) + " by the "
                + Markdown.plain(report.benchmark().title()));
        line(BenchmarkText.sum(report) + ".");
        List<Answer> broken = report.answers(Answer.Outcome.BROKEN);
        if (!broken.isEmpty()) {
            line("**Does not hold**");
            text.append("\n| item | what stands there | where | what would be right |\n|---|---|---|---|\n");
            broken.forEach(this::rows);
        }
        List<Answer> open = report.answers().stream()
                .filter(answer -> answer.open().isPresent())
                .toList();
        if (!open.isEmpty()) {
            line("**Cannot be told from the files**");
            text.append("\n| item | why | what would tell |\n|---|---|---|\n");
            open.forEach(answer -> openRow(report, answer));
        }
        List<Answer> held = report.answers(Answer.Outcome.HOLDS);
        if (!held.isEmpty()) {
            line("**Holds**\n");
            held.forEach(answer -> text.append("- ").append(name(answer)).append('\n'));
        }
    }

    private void rows(Answer answer) {
        for (BenchmarkPage.Remedy remedy : BenchmarkPage.grouped(answer.breaches())) {
            remedy.parts()
                    .forEach(same -> row(
                            name(answer),
                            Markdown.plain(same.stands()),
                            same.breaches().stream().map(this::place).collect(Collectors.joining(", ")),
                            Markdown.plain(remedy.right())));
        }
    }

    private void openRow(BenchmarkReport report, Answer answer) {
        answer.open()
                .ifPresent(open -> row(
                        name(answer),
                        Markdown.plain((open.services().isEmpty() ? "" : report.about(open) + ": ") + open.why()),
                        Markdown.code(open.command())));
    }

    private static String name(Answer answer) {
        return Markdown.plain(answer.number() + " " + answer.title());
    }

    private String place(Breach breach) {
        return Markdown.plain(breach.service())
                + breach.at()
                        .map(at -> " " + Markdown.code(page.places().place(at)))
                        .orElse("");
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void line(String line) {
        text.append('\n').append(line).append('\n');
    }
}
