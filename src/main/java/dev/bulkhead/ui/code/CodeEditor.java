package dev.bulkhead.ui.code;

import dev.bulkhead.ui.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/** Text area for YAML with line numbers, colours and marked lines; it keeps no history of its own. */
public final class CodeEditor extends StackPane {

    /** Width of the line numbers, in pixels; the same with and without a mark. */
    private static final double MARGIN = 70;

    private static final String UNSAVED = "bh-unsaved";

    private final CodeArea area = new CodeArea();
    private Map<Integer, String> marks = Map.of();
    private Map<Integer, List<String>> gone = Map.of();
    private int firstLine = 1;
    private boolean showing;

    /**
     * Shows nothing yet.
     *
     * @param accessibleText what a screen reader says of it
     * @param typed told after every change by the operator
     * @param moved told after the operator moved the caret
     * @param lineChanged told after the caret came to another line
     */
    public CodeEditor(String accessibleText, Runnable typed, Runnable moved, Runnable lineChanged) {
        getStyleClass().add("bh-code-pane");
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(accessibleText);
        // The window's undo takes whole edits back, also those of the map.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(this::margin);
        area.textProperty().addListener((property, old, now) -> {
            if (!now.isEmpty()) {
                area.setStyleSpans(0, colours(now));
            }
            if (!showing) {
                typed.run();
            }
        });
        area.currentParagraphProperty().addListener((property, old, now) -> lineChanged.run());
        area.caretPositionProperty().addListener((property, old, now) -> {
            if (!showing) {
                moved.run();
            }
        });
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** Whether the text itself has the focus. */
    public ObservableValue<Boolean> textFocusedProperty() {
        return area.focusedProperty();
    }

    /** Lets somebody see keys before the text does. */
    public void filterKeys(EventHandler<KeyEvent> handler) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, handler);
    }

    /** Returns the text. */
    public String text() {
        return area.getText();
    }

    /** Returns the offset of the caret. */
    public int caret() {
        return area.getCaretPosition();
    }

    /** Returns the line, counted from 1, that holds the caret. */
    public int caretLine() {
        return area.getCurrentParagraph() + 1;
    }

    /** Returns where the caret is on the screen; empty while it is out of sight. */
    public Optional<Bounds> caretBounds() {
        return area.getCaretBounds();
    }

    /** Puts the caret at an offset. */
    public void moveTo(int offset) {
        area.moveTo(offset);
    }

    /** Puts a text in the place of a part of the present one, as if it had been typed. */
    public void replace(int from, int to, String text) {
        area.replaceText(from, to, text);
    }

    /** Shows a text that came from elsewhere; what the operator just typed stays under the caret. */
    public void show(String text) {
        if (text.equals(area.getText())) {
            return;
        }
        showing = true;
        int caret = area.getCaretPosition();
        area.replaceText(text);
        area.moveTo(Math.min(caret, text.length()));
        showing = false;
    }

    /** Says which number the first line has in the margin. */
    public void firstLine(int number) {
        firstLine = number;
    }

    /** Marks lines, counted from 1, by style classes. */
    public void mark(Map<Integer, String> styleClasses) {
        mark(styleClasses, Map.of());
    }

    /**
     * Marks lines, counted from 1.
     *
     * @param styleClasses what is to be seen at a line
     * @param removed lines that are gone, by the line that they stood before
     */
    public void mark(Map<Integer, String> styleClasses, Map<Integer, List<String>> removed) {
        marks = Map.copyOf(styleClasses);
        gone = Map.copyOf(removed);
        for (int i = 0; i < area.getParagraphs().size(); i++) {
            List<String> style = UNSAVED.equals(marks.get(i + 1)) ? List.of("bh-code-added") : List.of();
            if (!style.equals(List.copyOf(area.getParagraph(i).getParagraphStyle()))) {
                area.setParagraphStyle(i, style);
            }
            area.recreateParagraphGraphic(i);
        }
    }

    /** Brings a line, counted from 1, into view and puts the caret there. */
    public void goTo(int line) {
        int paragraph =
                Math.clamp(line - 1L, 0, Math.max(0, area.getParagraphs().size() - 1));
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
    }

    private Label margin(int index) {
        Label label = new Label(String.format(Locale.ROOT, "%4d", firstLine + index));
        label.getStyleClass().add("bh-code-margin");
        label.setMinWidth(MARGIN);
        label.setMaxWidth(MARGIN);
        Optional.ofNullable(marks.get(index + 1)).ifPresent(mark -> {
            label.getStyleClass().addAll("bh-code-margin-marked", mark);
            label.setText("▸" + String.format(Locale.ROOT, "%3d", firstLine + index));
        });
        boolean last = index + 1 == area.getParagraphs().size();
        List<String> before = gone.getOrDefault(index + 1, last ? gone.getOrDefault(index + 2, List.of()) : List.of());
        if (!before.isEmpty()) {
            label.getStyleClass().add("bh-code-margin-gone");
            label.setText(label.getText() + " −");
            label.setTooltip(new Tooltip(Words.of("codeeditor.removed-here", String.join("\n", before))));
        }
        return label;
    }

    private static StyleSpans<Collection<String>> colours(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int done = 0;
            for (YamlTokens.Token token : YamlTokens.of(lines[i])) {
                spans.add(List.of(), token.start() - done);
                spans.add(List.of(token.kind().styleClass()), token.end() - token.start());
                done = token.end();
            }
            spans.add(List.of(), lines[i].length() - done + (i + 1 < lines.length ? 1 : 0));
        }
        return spans.create();
    }
}
