package dev.bulkhead.ui.markdown;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** View of a text in Markdown, with headings, lists, tables, code, and, where there is a world around it, links and pictures. */
public final class MarkdownView extends VBox {

    private final MarkdownLinks links;
    /** Where blocks begin: the lines of the text, and their nodes. */
    private final TreeMap<Integer, Node> starts = new TreeMap<>();

    /** Shows a text that stands for itself. */
    public MarkdownView(String markdown) {
        this(new MarkdownDocument(markdown), MarkdownLinks.NONE);
    }

    /** Shows a text among others. */
    public MarkdownView(MarkdownDocument text, MarkdownLinks links) {
        this.links = links;
        getStyleClass().add("bh-markdown");
        blocks(text.document(), this);
    }

    /** Returns what stands at a line of the text. */
    public Optional<Node> at(int line) {
        return Optional.ofNullable(starts.floorEntry(line)).map(Map.Entry::getValue);
    }

    private void blocks(org.commonmark.node.Node parent, VBox box) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Node shown = block(node);
            starts.putIfAbsent(MarkdownDocument.lineOf(node), shown);
            box.getChildren().add(shown);
        }
    }

    private Node block(org.commonmark.node.Node node) {
        return switch (node) {
            case Heading heading -> styled(inline(heading), "bh-md-h" + Math.min(heading.getLevel(), 4));
            case ListBlock list -> list(list);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case TableBlock table -> table(table);
            case BlockQuote quote -> quote(quote);
            case ThematicBreak line -> styled(new Region(), "bh-md-line");
            case Paragraph paragraph
            when paragraph.getFirstChild() instanceof Image image ->
                links.picture(image.getDestination())
                        .<Node>map(picture -> picture(picture, MarkdownDocument.words(image)))
                        .orElseGet(() -> styled(inline(node), "bh-md-p"));
            default -> styled(inline(node), "bh-md-p");
        };
    }

    private Node list(ListBlock list) {
        VBox box = Nodes.column("bh-md-list");
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (org.commonmark.node.Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            VBox content = new VBox();
            blocks(item, content);
            HBox.setHgrow(content, Priority.ALWAYS);
            String sign = list instanceof BulletList ? "•" : number++ + ".";
            Label mark = Nodes.label(sign, "bh-md-sign");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(Nodes.row("bh-md-item", mark, content));
        }
        return box;
    }

    private Node quote(BlockQuote quote) {
        VBox box = Nodes.column("bh-md-quote");
        blocks(quote, box);
        return box;
    }

    private Node code(String text) {
        Label label = Nodes.wrapped(text.stripTrailing(), "bh-mono", "bh-md-code");
        label.setMaxWidth(Double.MAX_VALUE);
        if (!links.lead()) {
            return label;
        }
        Button copy = new Button("", Glyph.COPY.icon());
        copy.getStyleClass().addAll("button-icon", "flat", "small", "bh-md-copy");
        copy.setAccessibleText(Words.of("markdownview.copy"));
        copy.setTooltip(new Tooltip(Words.of("markdownview.copy")));
        copy.setFocusTraversable(false);
        copy.setOnAction(event -> links.copy(text.stripTrailing()));
        StackPane pane = new StackPane(label, copy);
        StackPane.setAlignment(copy, Pos.TOP_RIGHT);
        return pane;
    }

    private Node picture(javafx.scene.image.Image image, String words) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words);
        VBox box = Nodes.column("bh-md-picture", view, Nodes.wrapped(words, "bh-md-caption"));
        box.setMinWidth(0);
        // never larger than it is, and never wider than the page
        view.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                80,
                                Math.min(
                                        image.getWidth(),
                                        getWidth()
                                                - getInsets().getLeft()
                                                - getInsets().getRight()
                                                - 2)),
                        widthProperty(),
                        insetsProperty()));
        return box;
    }

    private Node table(TableBlock table) {
        return new MarkdownTable(table)
                .grid(
                        (cell, head) -> styled(inline(cell), head ? "bh-md-th" : "bh-md-td"),
                        (node, line) -> starts.putIfAbsent(line, node));
    }

    private TextFlow inline(org.commonmark.node.Node node) {
        TextFlow flow = new TextFlow();
        new InlineText(flow, links)
                .add(node, node instanceof Block block && block instanceof Heading ? "bh-md-strong" : "bh-md-text");
        return flow;
    }

    private static Node styled(Node node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
