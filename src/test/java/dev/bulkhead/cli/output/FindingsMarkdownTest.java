package dev.bulkhead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.FindingsChange;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.topology.SourceMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

/** A comment says what was found, and names in it are nothing but names. */
class FindingsMarkdownTest {

    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static Finding finding(String message) {
        return new Finding(
                "name-unreachable",
                Severity.WARNING,
                List.of(),
                message,
                Optional.of(new SourceMark("compose.yaml", 3, 1)),
                Optional.empty(),
                Optional.empty());
    }

    private static String comment(List<Finding> added) {
        return FindingsMarkdown.of(new CheckReport(
                "stack",
                new RepositoryPlaces("", "compose.yaml"),
                new Judgement(added, List.of()),
                Optional.of(new CheckReport.Since(
                        "main [x](http://e)",
                        FindingsChange.between(Judgement.NOTHING, new Judgement(added, List.of())),
                        Optional.empty())),
                Instant.EPOCH));
    }

    @Test
    void namesMakeNoLinksTagsOrTablesAndCallNobody() {
        String text = comment(
                List.of(
                        finding(
                                "Service a|b names [click](http://evil.example) <img src=x> ![](https://e.example/p.png) @team `code` *a* _b_ #1.")));
        List<String> made = new ArrayList<>();
        Node page = MARKDOWN.parse(text);
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                made.add(link.getDestination());
            }

            @Override
            public void visit(Image image) {
                made.add(image.getDestination());
            }

            @Override
            public void visit(HtmlInline html) {
                made.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                made.add(html.getLiteral());
            }
        });
        String read = TextContentRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(page);

        assertThat(made).isEmpty();
        assertThat(text).doesNotContain("@team").doesNotContain("https://");
        assertThat(read.replace("\u200b", "")).contains("names [click](http://evil.example) <img src=x>");
    }

    @Test
    void isShortHoweverMuchIsFound() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(finding("Service s" + i + " names nobody."));
        }

        assertThat(comment(many))
                .startsWith("### Bulkhead: stack - adds 500 warning\n")
                .contains("s19 names nobody")
                .doesNotContain("s20 names nobody")
                .contains("\nAnd 480 more.\n")
                .hasSizeLessThan(5000);
    }
}
