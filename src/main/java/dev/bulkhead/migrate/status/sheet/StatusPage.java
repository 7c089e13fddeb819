package dev.bulkhead.migrate.status.sheet;

import dev.bulkhead.migrate.report.HtmlPage;
import dev.bulkhead.migrate.report.MarkdownText;
import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Page that tells where a project stands: the sheet as Markdown, or as one HTML file that needs nothing else. */
public final class StatusPage {

    private final MarkdownText page = new MarkdownText();

    private StatusPage() {}

    /** Returns the page as Markdown. */
    public static String write(StatusReport report) {
        StatusSheet sheet = SheetWriter.write(report);
        StatusPage page = new StatusPage();
        page.page.line("# " + sheet.title());
        page.page.line("");
        page.page.line("**Last Updated:** " + Times.moment(sheet.at()));
        sheet.parts().forEach(page::part);
        return page.page.toString();
    }

    /** Returns the page as one HTML file. */
    public static String html(StatusReport report) {
        return HtmlPage.of(report.path().project() + ": status", write(report));
    }

    private void part(Part part) {
        if (part.level() == 1) {
            page.line("");
            page.line("---");
            page.line("");
            page.line("## " + heading(part));
        } else {
            page.line("");
            page.line("### " + heading(part));
        }
        part.dated().ifPresent(dated -> page.line("*" + first(dated.how()) + ", " + Times.moment(dated.at()) + "*"));
        boolean apart = part.level() == 1 || part.dated().isPresent();
        for (Block block : part.blocks()) {
            if (apart) {
                page.line("");
            }
            apart = true;
            block(block);
        }
    }

    private static String heading(Part part) {
        return part.heading()
                + part.outcome().map(words -> ": " + before(words)).orElse("");
    }

    private static String first(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Words(Marked words) -> page.line(before(words));
            case Block.Facts(List<Fact> facts) -> facts(facts);
            case Block.Figures(List<Fact> figures) ->
                figures.forEach(figure -> page.line(
                        "- **" + figure.name() + ":** " + figure.value().text()
                                + (figure.value().mark() == Mark.NONE
                                        ? ""
                                        : " " + sign(figure.value().mark()))));
            case Block.Points(List<Marked> points) -> points.forEach(point -> page.line("- " + before(point)));
            case Block.Table(List<String> heads, List<List<Marked>> rows) -> table(heads, rows);
            case Block.Commands(String text, var _) -> {
                page.line("```bash");
                page.line(text);
                page.line("```");
            }
        }
    }

    /** All but the last line end with the two spaces that break a line in Markdown. */
    private void facts(List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            page.line("**" + facts.get(i).name() + ":** " + before(facts.get(i).value())
                    + (i < facts.size() - 1 ? "  " : ""));
        }
    }

    private void table(List<String> heads, List<List<Marked>> rows) {
        page.line(heads.stream().collect(Collectors.joining(" | ", "| ", " |")));
        page.line(heads.stream().map(head -> "---").collect(Collectors.joining("|", "|", "|")));
        for (List<Marked> row : rows) {
            page.line(row.stream()
                    .map(cell -> before(cell).replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |")));
        }
    }

    private static String before(Marked words) {
        return words.mark() == Mark.NONE ? words.text() : sign(words.mark()) + " " + words.text();
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case NONE -> "";
            case GOOD -> "✅";
            case WARNING -> "⚠️";
            case BAD -> "❌";
            case UNKNOWN -> "❔";
            case NEXT -> "🔜";
            case WAITING -> "⏳";
            case SKIPPED -> "➖";
            case PRACTICE -> "🧪";
        };
    }
}
