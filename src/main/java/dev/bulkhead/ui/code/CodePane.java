package dev.bulkhead.ui.code;

import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyledSegment;

/** Text to read, with a margin and colours; only the lines in sight have nodes. */
public final class CodePane extends StackPane {

    private final CodeArea area = new CodeArea();
    private List<CodeLine> lines = List.of();

    public CodePane() {
        getStyleClass().add("bh-code-pane");
        area.setEditable(false);
        area.setWrapText(false);
        area.setParagraphGraphicFactory(this::margin);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(Words.of("codepane.text-of-a-file"));
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** Returns the lines that are shown. */
    public List<CodeLine> lines() {
        return lines;
    }

    /** Replaces what is shown, back at the top. */
    public void show(List<CodeLine> newLines) {
        lines = List.copyOf(newLines);
        if (lines.isEmpty()) {
            area.clear();
            return;
        }
        ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> builder =
                new ReadOnlyStyledDocumentBuilder<>(area.getSegOps(), List.of());
        for (CodeLine line : lines) {
            builder.addParagraph(segments(line), line.styleClass().map(List::of).orElse(List.of()));
        }
        ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document = builder.build();
        area.replace(0, area.getLength(), document);
        area.moveTo(0);
        area.showParagraphAtTop(0);
    }

    /** Brings a line (counted from 1) into view and puts the caret there. */
    public void goTo(int line) {
        int paragraph = Math.clamp(line - 1L, 0, Math.max(0, lines.size() - 1));
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
    }

    /** Returns the line (counted from 1) that holds the caret. */
    public int caretLine() {
        return area.getCurrentParagraph() + 1;
    }

    private Label margin(int index) {
        Label label = new Label(index < lines.size() ? lines.get(index).gutter() : "");
        label.getStyleClass().add("bh-code-margin");
        return label;
    }

    private static List<StyledSegment<String, Collection<String>>> segments(CodeLine line) {
        List<StyledSegment<String, Collection<String>>> segments = new ArrayList<>();
        String text = line.text();
        int done = 0;
        if (line.yaml()) {
            for (YamlTokens.Token token : YamlTokens.of(text)) {
                if (token.start() > done) {
                    segments.add(new StyledSegment<>(text.substring(done, token.start()), List.of()));
                }
                segments.add(new StyledSegment<>(
                        text.substring(token.start(), token.end()),
                        List.of(token.kind().styleClass())));
                done = token.end();
            }
        }
        if (done < text.length() || segments.isEmpty()) {
            segments.add(new StyledSegment<>(text.substring(done), List.of()));
        }
        return segments;
    }
}
