package dev.bulkhead.ui.rules;

import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.code.CodeEditor;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Text area for rules, which completes names and hands undo on. */
final class RulesEditor extends StackPane {

    private final CodeEditor text;
    private final CompletionList proposals = new CompletionList(this::insert);
    private final Supplier<Topology> topology;
    private final History history;
    private final PauseTransition soon = new PauseTransition(Duration.millis(1));

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
     * @param moved told after the caret moved to another line
     */
    RulesEditor(Supplier<Topology> topology, History history, Runnable typed, Runnable moved) {
        this.topology = topology;
        this.history = history;
        text = new CodeEditor(
                Words.of("ruleseditor.rules"),
                () -> {
                    typed.run();
                    proposeSoon(true);
                },
                () -> proposeSoon(proposals.isShowing()),
                moved);
        text.setId("rules-text");
        soon.setOnFinished(event -> {
            if (text.textFocusedProperty().getValue()) {
                propose(false);
            }
        });
        text.filterKeys(this::key);
        text.textFocusedProperty().addListener((property, old, now) -> proposals.hide());
        getChildren().add(text);
    }

    @Override
    public void requestFocus() {
        text.requestFocus();
    }

    String text() {
        return text.text();
    }

    int caretLine() {
        return text.caretLine();
    }

    /** Shows a text that came from elsewhere; what the operator just typed stays under the caret. */
    void show(String shown) {
        text.show(shown);
    }

    /** Marks lines, counted from 1, by style classes. */
    void mark(Map<Integer, String> marks) {
        text.mark(marks);
    }

    void goTo(int line) {
        text.goTo(line);
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
                text.text(),
                text.caret(),
                new ArrayList<>(names.services().keySet()),
                new ArrayList<>(names.networks().keySet()));
        // Unasked, only what completes something begun.
        boolean begun = asked || found.stream().anyMatch(proposal -> proposal.typed() > 0);
        Optional<Bounds> caret = text.caretBounds();
        if (found.isEmpty() || !begun || caret.isEmpty() || text.getScene() == null) {
            proposals.hide();
        } else {
            proposals.show(text, caret.get(), found);
        }
    }

    private void insert(Completion.Proposal proposal) {
        int caret = text.caret();
        text.replace(caret - proposal.typed(), caret, proposal.text());
        text.requestFocus();
    }
}
