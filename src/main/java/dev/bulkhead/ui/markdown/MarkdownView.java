package dev.bulkhead.ui.markdown;

import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** View of a text in Markdown, with headings, lists, tables and code. */
public final class MarkdownView extends VBox {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** Shows a text. */
    public MarkdownView(String markdown) {
        getStyleClass().add("bh-markdown");
        blocks(PARSER.parse(markdown), this);
    }

    private static void blocks(org.commonmark.node.Node parent, VBox box) {
        for (org.commonmark.node.Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            box.getChildren().add(block(node));
        }
    }

    private static Node block(org.commonmark.node.Node node) {
        return switch (node) {
            case Heading heading -> styled(inline(heading), "bh-md-h" + Math.min(heading.getLevel(), 4));
            case ListBlock list -> list(list);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case TableBlock table -> table(table);
            case ThematicBreak line -> styled(new Region(), "bh-md-line");
            default -> styled(inline(node), "bh-md-p");
        };
    }

    private static Node list(ListBlock list) {
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

    private static Node code(String text) {
        Label label = Nodes.wrapped(text.stripTrailing(), "bh-mono", "bh-md-code");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static Node table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bh-md-table");
        int row = 0;
        for (org.commonmark.node.Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean head = part instanceof TableHead;
            for (org.commonmark.node.Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (org.commonmark.node.Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell) {
                        Node node = styled(inline(cell), head ? "bh-md-th" : "bh-md-td");
                        GridPane.setFillWidth(node, true);
                        GridPane.setFillHeight(node, true);
                        grid.add(node, column++, row);
                    }
                }
                row++;
            }
        }
        return grid;
    }

    private static TextFlow inline(org.commonmark.node.Node node) {
        TextFlow flow = new TextFlow();
        new InlineText(flow)
                .add(node, node instanceof Block block && block instanceof Heading ? "bh-md-strong" : "bh-md-text");
        return flow;
    }

    private static Node styled(Node node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
