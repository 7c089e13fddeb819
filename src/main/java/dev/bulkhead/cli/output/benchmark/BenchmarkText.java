package dev.bulkhead.cli.output.benchmark;

import dev.bulkhead.check.benchmark.Answer;
import dev.bulkhead.check.benchmark.BenchmarkReport;
import dev.bulkhead.check.benchmark.Breach;
import dev.bulkhead.check.benchmark.Open;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Report by benchmarks for people: what does not hold first, with its places, then what is open, then what holds. */
public final class BenchmarkText {

    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    private BenchmarkText() {}

    /** Returns a page as text. */
    public static String of(BenchmarkPage page) {
        BenchmarkText written = new BenchmarkText();
        for (BenchmarkReport report : page.reports()) {
            if (!written.text.isEmpty()) {
                written.text.append('\n');
            }
            written.report(report);
        }
        return written.text.toString();
    }

    /** Returns for instance {@code 3 items hold, 1 does not, 2 cannot be told from the files}. */
    static String sum(BenchmarkReport report) {
        int holds = report.answers(Answer.Outcome.HOLDS).size();
        int broken = report.answers(Answer.Outcome.BROKEN).size();
        int open = report.answers(Answer.Outcome.NOT_KNOWN).size();
        return holds + (holds == 1 ? " item holds, " : " items hold, ") + broken
                + (broken == 1 ? " does not, " : " do not, ") + open + " cannot be told from the files";
    }

    private void report(BenchmarkReport report) {
        line(0, report.benchmark().title() + ": " + sum(report) + ".");
        for (Answer.Outcome outcome : Answer.Outcome.values()) {
            List<Answer> answers = report.answers(outcome);
            if (!answers.isEmpty()) {
                String heading = outcome.text();
                line(0, "");
                line(0, heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1) + ":");
                answers.forEach(answer -> answer(report, answer));
            }
        }
    }

    private void answer(BenchmarkReport report, Answer answer) {
        line(2, answer.number() + " " + answer.title());
        for (BenchmarkPage.Remedy remedy : BenchmarkPage.grouped(answer.breaches())) {
            remedy.parts().forEach(this::same);
            line(8, "right: " + remedy.right());
        }
        answer.open().ifPresent(open -> open(report, open));
    }

    private void same(BenchmarkPage.Same same) {
        if (same.breaches().size() == 1) {
            line(6, place(same.breaches().getFirst()) + ": " + same.stands());
            return;
        }
        line(6, same.stands() + ", " + same.breaches().size() + " times:");
        line(8, same.breaches().stream().map(BenchmarkText::place).collect(Collectors.joining(", ")));
    }

    private void open(BenchmarkReport report, Open open) {
        String about = open.services().isEmpty() ? "" : report.about(open) + ": ";
        line(6, "not known: " + about + open.why());
        line(8, "ask: " + open.command());
    }

    private static String place(Breach breach) {
        return breach.service()
                + breach.at().map(at -> " (" + at.fileAndLine() + ")").orElse("");
    }

    /** Long lines go on below, a little further in. */
    private void line(int indent, String words) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        int written = 0;
        for (String word : words.split(" ", -1)) {
            if (written > 0 && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(indent + 2));
                written = 0;
            }
            line.append(written > 0 ? " " : "").append(word);
            written++;
        }
        text.append(line.toString().isBlank() ? "" : line).append('\n');
    }
}
