package dev.bulkhead.ui.rules;

import dev.bulkhead.check.Finding;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Map;
import java.util.TreeMap;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** View of the operator's rules to edit; every edit is checked at once and undone with the window's undo. */
public final class RulesView extends BorderPane {

    /** How long typing has to pause before it counts as one edit. */
    private static final Duration PAUSE = Duration.millis(500);

    private final RulesViewModel model;
    private final RulesEditor editor;
    private final Label note = Nodes.label("", "bh-muted");
    private final Label words = Nodes.wrapped("", "bh-rules-words");
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Map<Integer, Finding> told = new TreeMap<>();

    /**
     * Shows the rules.
     *
     * @param propose offers rules that the project suggests
     */
    public RulesView(RulesViewModel model, Runnable propose) {
        this.model = model;
        setId("rules-view");
        getStyleClass().add("bh-rules-view");
        editor = new RulesEditor(
                () -> model.project().topologyProperty().get(), new Steps(), pause::playFromStart, this::say);
        Button proposals = new Button(Words.of("rulesview.propose-rules"), Glyph.INFO.icon());
        proposals.setId("rules-propose");
        proposals.setOnAction(event -> propose.run());
        HBox head =
                Nodes.row("bh-view-header", Nodes.label(Rules.FILE, "bh-view-title"), note, Nodes.spring(), proposals);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        setCenter(editor);
        setBottom(Nodes.column("bh-reach-foot", words));
        pause.setOnFinished(event -> model.edit(editor.text()));
        editor.focusWithinProperty().addListener((property, old, now) -> {
            if (!now) {
                takeOver();
            }
        });
        model.textProperty().subscribe(editor::show);
        model.project().findings().addListener((ListChangeListener<Finding>) change -> mark());
        mark();
    }

    @Override
    public void requestFocus() {
        editor.requestFocus();
    }

    /** Shows a place of the rules. */
    public void goTo(SourceMark mark) {
        editor.goTo(mark.line());
    }

    /** What is still being typed counts as an edit first. */
    private final class Steps implements RulesEditor.History {
        @Override
        public void undo() {
            takeOver();
            model.project().undo();
        }

        @Override
        public void redo() {
            takeOver();
            model.project().redo();
        }
    }

    private void takeOver() {
        pause.stop();
        model.edit(editor.text());
    }

    private void mark() {
        // A line that is wrong is wrong first.
        told = new TreeMap<>(model.goalsByLine());
        told.putAll(model.problems());
        Map<Integer, String> marks = new TreeMap<>();
        told.forEach((line, finding) ->
                marks.put(line, finding.isGoal() ? "bh-goal" : Nodes.styleClass(finding.severity())));
        editor.mark(marks);
        note.setText(model.standing());
        say();
    }

    /** Tells what is wrong with the line of the caret. */
    private void say() {
        Finding finding = told.get(editor.caretLine());
        words.setText(
                finding == null
                        ? Words.of("rulesview.ctrl-space-shows-what-can")
                        : (finding.isGoal() ? Words.of("rulesview.a-goal-not-reached-yet") + " " : "")
                                + finding.message()
                                + finding.fix().map(fix -> " " + fix).orElse(""));
    }
}
