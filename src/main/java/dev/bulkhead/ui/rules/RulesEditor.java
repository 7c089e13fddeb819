package dev.bulkhead.ui.rules;

import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.diff.YamlTokens;
import dev.bulkhead.ui.theme.Nodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/** Text area that colours rules, marks lines and completes names. */
final class RulesEditor extends StackPane {

    /** Width of the line numbers, in pixels; the same with and without a mark. */
    private static final double MARGIN = 62;

    private final CodeArea area = new CodeArea();
    private final CompletionList proposals = new CompletionList(this::insert);
    private final Supplier<Topology> topology;
    private final History history;
    private Map<Integer, Severity> marks = new TreeMap<>();
    private final PauseTransition soon = new PauseTransition(Duration.millis(1));
    private boolean showing;

    /** Takes edits back and does them again; the area's own keys for it lead here. */
    interface History {
        void undo();

        void redo();
    }

    /**
     * Shows nothing yet.
     *
     * @param topology whose names are completed
     * @param history takes edits back
     * @param typed told after every change by the operator
     * @param moved told after the caret moved
     */
    RulesEditor(Supplier<Topology> topology, History history, Runnable typed, Runnable moved) {
        this.topology = topology;
        this.history = history;
        getStyleClass().add("bh-code-pane");
        area.setId("rules-text");
        area.setAccessibleText("Rules");
        // The window's undo takes whole edits back, also those of the map.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(this::margin);
        area.textProperty().addListener((property, old, now) -> {
            if (!now.isEmpty()) {
                area.setStyleSpans(0, colours(now));
            }
            if (!showing) {
                typed.run();
                proposeSoon(true);
            }
        });
        area.currentParagraphProperty().addListener((property, old, now) -> moved.run());
        area.caretPositionProperty().addListener((property, old, now) -> {
            if (!showing) {
                proposeSoon(proposals.isShowing());
            }
        });
        soon.setOnFinished(event -> {
            if (area.isFocused()) {
                propose(false);
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.focusedProperty().addListener((property, old, now) -> proposals.hide());
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    String text() {
        return area.getText();
    }

    int caretLine() {
        return area.getCurrentParagraph() + 1;
    }

    /** Shows a text that came from elsewhere; what the operator just typed stays under the caret. */
    void show(String text) {
        if (text.equals(area.getText())) {
            return;
        }
        showing = true;
        int caret = area.getCaretPosition();
        area.replaceText(text);
        area.moveTo(Math.min(caret, text.length()));
        showing = false;
    }

    /** Marks lines, counted from 1. */
    void mark(Map<Integer, Severity> severities) {
        marks = new TreeMap<>(severities);
        for (int i = 0; i < area.getParagraphs().size(); i++) {
            area.recreateParagraphGraphic(i);
        }
    }

    void goTo(int line) {
        int paragraph =
                Math.clamp(line - 1L, 0, Math.max(0, area.getParagraphs().size() - 1));
        area.moveTo(paragraph, 0);
        area.showParagraphAtCenter(paragraph);
    }

    private Label margin(int index) {
        Label label = new Label(String.format(Locale.ROOT, "%3d", index + 1));
        label.getStyleClass().add("bh-code-margin");
        label.setMinWidth(MARGIN);
        label.setMaxWidth(MARGIN);
        Optional.ofNullable(marks.get(index + 1)).ifPresent(severity -> {
            label.getStyleClass().addAll("bh-code-margin-marked", Nodes.styleClass(severity));
            label.setText("▸" + String.format(Locale.ROOT, "%2d", index + 1));
        });
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

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            propose(true);
            event.consume();
        } else if (event.getCode() == KeyCode.Z && event.isShortcutDown()) {
            if (event.isShiftDown()) {
                history.redo();
            } else {
                history.undo();
            }
            event.consume();
        } else if (proposals.isShowing() && proposals.takes(event)) {
            event.consume();
        }
    }

    /** The area tells of a new text before it moves the caret; what fits is known once it has done both. */
    private void proposeSoon(boolean wanted) {
        if (wanted) {
            soon.playFromStart();
        }
    }

    private void propose(boolean asked) {
        Topology names = topology.get();
        List<Completion.Proposal> found = Completion.at(
                area.getText(),
                area.getCaretPosition(),
                new ArrayList<>(names.services().keySet()),
                new ArrayList<>(names.networks().keySet()));
        // Unasked, only what completes something begun.
        boolean begun = asked || found.stream().anyMatch(proposal -> proposal.typed() > 0);
        Optional<Bounds> caret = area.getCaretBounds();
        if (found.isEmpty() || !begun || caret.isEmpty() || area.getScene() == null) {
            proposals.hide();
        } else {
            proposals.show(area, caret.get(), found);
        }
    }

    private void insert(Completion.Proposal proposal) {
        int caret = area.getCaretPosition();
        area.replaceText(caret - proposal.typed(), caret, proposal.text());
        area.requestFocus();
    }
}
