package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.markdown.MarkdownView;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Page of the report of the run, to read, copy and keep. */
final class ReportPage extends BorderPane {

    private final WizardViewModel model;
    private final WizardActions actions;

    ReportPage(WizardViewModel model, WizardActions actions) {
        this.model = model;
        this.actions = actions;
        setId("report");
        getStyleClass().add("bh-report");
        model.run().outcomeProperty().addListener((property, old, now) -> render(now));
        render(model.run().outcomeProperty().get());
    }

    private void render(Optional<RunOutcome> outcome) {
        if (outcome.isEmpty()) {
            setCenter(Nodes.label(Words.of("reportpage.the-run-has-not-ended"), "bh-empty-words"));
            return;
        }
        RunOutcome ended = outcome.get();
        String text = model.run()
                .told()
                .or(() -> ended.report().map(actions::reportText))
                .orElse("");
        Label sentence = Nodes.wrapped(ended.sentence(), "bh-lead");
        boolean fine = ended.state() == RunState.SUCCEEDED || ended.state() == RunState.ROLLED_BACK;
        sentence.setGraphic((fine ? Glyph.DONE_CIRCLE : Glyph.WARNING).icon());
        sentence.getStyleClass().add(fine ? "bh-good" : "bh-bad");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Button copy = new Button(Words.of("reportpage.copy"), Glyph.COPY.icon());
        copy.setId("report-copy");
        copy.setOnAction(event -> actions.copy(text, Words.of("reportpage.the-report-is-on-the")));
        Button save = new Button(Words.of("reportpage.save"), Glyph.SAVE.icon());
        save.setId("report-save");
        save.setOnAction(event -> actions.save(fileName(), text));
        Button rollBack = new Button(Words.of("reportpage.roll-back"), Glyph.ROLL_BACK.icon());
        rollBack.setId("report-roll-back");
        rollBack.getStyleClass().addAll("danger", "button-outlined");
        rollBack.setOnAction(event -> actions.askRollBack(model));
        Nodes.present(rollBack, ended.state() == RunState.SUCCEEDED || ended.state() == RunState.UNVERIFIED);
        copy.setDisable(text.isEmpty());
        save.setDisable(text.isEmpty());
        HBox head = Nodes.row("bh-apply-head", sentence, copy, save, rollBack);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        MarkdownView view = new MarkdownView(text);
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bh-page-scroll", "bh-report-scroll");
        setCenter(scroll);
    }

    private String fileName() {
        return RunName.of(model.playbook().id()).replace(' ', '-') + "-"
                + model.playbook().name() + ".md";
    }
}
