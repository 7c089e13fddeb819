package dev.bulkhead.ui.markdown;

import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Words of a block, each in its style. */
final class InlineText {

    /** The fonts of the window have none, so that a gap would stand in their place; words tell the same. */
    private static final Pattern EMOJI = Pattern.compile(
            "(?:[\\x{23E9}-\\x{23FA}\\x{26A0}\\x{2705}\\x{274C}\\x{FE0F}\\x{1F300}-\\x{1FAFF}]|\\x{21A9}\\x{FE0F})+ ?");

    private final TextFlow flow;
    private final MarkdownLinks links;

    InlineText(TextFlow flow, MarkdownLinks links) {
        this.flow = flow;
        this.links = links;
    }

    void add(Node parent, String style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> put(text.getLiteral(), style);
                case Code code -> put(code.getLiteral(), "bh-md-inline-code");
                case StrongEmphasis strong -> add(strong, "bh-md-strong");
                case Emphasis emphasis -> add(emphasis, "bh-md-emphasis");
                case SoftLineBreak line -> put(" ", style);
                case HardLineBreak line -> put("\n", style);
                case HtmlInline html -> put(html.getLiteral(), style);
                case Link link when links.lead() -> link(link);
                default -> add(node, style);
            }
        }
    }

    private void put(String words, String style) {
        String seen = EMOJI.matcher(words).replaceAll("");
        Text text = new Text(seen);
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
    }

    /** A text and no control: it breaks its lines where the words around it do. */
    private void link(Link link) {
        String to = link.getDestination();
        Text text = new Text(MarkdownDocument.words(link));
        text.getStyleClass().add("bh-md-link");
        text.setPickOnBounds(false);
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setAccessibleText(text.getText());
        text.setOnMouseClicked(event -> {
            links.follow(to);
            event.consume();
        });
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                links.follow(to);
                event.consume();
            }
        });
        flow.getChildren().add(text);
    }
}
