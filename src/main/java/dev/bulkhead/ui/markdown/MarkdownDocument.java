package dev.bulkhead.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Text in Markdown as it was read: what its blocks say, and on which lines they begin. */
public final class MarkdownDocument {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private final Node document;
    private final List<Part> parts = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    /**
     * Words that stand together.
     *
     * @param line the line they begin on, counted from 0
     * @param level that of a heading; 0 for all else
     * @param words them, without marks
     */
    public record Part(int line, int level, String words) {

        /** Returns the name by which a link leads to a heading, as code hosts make it. */
        public String anchor() {
            return words.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
        }
    }

    /**
     * Link in a text.
     *
     * @param words what it stands on
     * @param to where it leads, as it is written
     */
    public record Reference(String words, String to) {}

    /** Reads a text; whatever it is, it is Markdown. */
    public MarkdownDocument(String markdown) {
        document = PARSER.parse(markdown);
        document.accept(new Collector());
    }

    Node document() {
        return document;
    }

    /** Returns what its blocks say, in order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Returns its links, in order. */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    /** Returns its headings. */
    public List<Part> headings() {
        return parts.stream().filter(part -> part.level() > 0).toList();
    }

    /** Returns the words of the first heading. */
    public Optional<String> title() {
        return headings().stream().findFirst().map(Part::words);
    }

    /** Returns the line of the heading that an anchor names. */
    public Optional<Integer> line(String anchor) {
        return headings().stream()
                .filter(part -> part.anchor().equals(anchor))
                .findFirst()
                .map(Part::line);
    }

    static int lineOf(Node node) {
        return node.getSourceSpans().isEmpty()
                ? -1
                : node.getSourceSpans().getFirst().getLineIndex();
    }

    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak line) {
                words.append(' ');
            }
        });
        return words.toString();
    }

    private final class Collector extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            add(heading, heading.getLevel(), words(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(Paragraph paragraph) {
            add(paragraph, 0, words(paragraph));
            visitChildren(paragraph);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code(lineOf(code) + 1, code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code(lineOf(code), code.getLiteral());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                List<String> cells = new ArrayList<>();
                for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(words(cell));
                }
                add(node, 0, String.join(" · ", cells));
            }
            visitChildren(node);
        }

        @Override
        public void visit(Link link) {
            references.add(new Reference(words(link), link.getDestination()));
        }

        private void code(int first, String literal) {
            int line = first;
            for (String words : literal.lines().toList()) {
                if (!words.isBlank()) {
                    parts.add(new Part(line, 0, words.strip()));
                }
                line++;
            }
        }

        private void add(Node node, int level, String words) {
            if (!words.isBlank()) {
                parts.add(new Part(lineOf(node), level, words));
            }
        }
    }
}
