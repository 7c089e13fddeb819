package dev.bulkhead.ui.markdown;

import java.util.regex.Pattern;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Words of a block, each in its style. */
final class InlineText {

    /** The fonts of the window have none, so that a gap would stand in their place; words tell the same. */
    private static final Pattern EMOJI = Pattern.compile(
            "(?:[\\x{23E9}-\\x{23FA}\\x{26A0}\\x{2705}\\x{274C}\\x{FE0F}\\x{1F300}-\\x{1FAFF}]|\\x{21A9}\\x{FE0F})+ ?");

    private final TextFlow flow;

    InlineText(TextFlow flow) {
        this.flow = flow;
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
}
