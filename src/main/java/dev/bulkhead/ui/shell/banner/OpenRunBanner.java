package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.ui.shell.iteration.RollbackFlow;
import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.path.PathViewModel;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Banner of a run that was left in the middle, with the ways out of it. */
public final class OpenRunBanner extends HBox {

    private final PathViewModel path;
    private final WizardFlow wizard;
    private final RollbackFlow back;
    private final Label words = Nodes.wrapped("");
    private final Button resume = new Button("Continue the run", Glyph.PLAY.icon());
    private final Button rollBack = new Button("Roll back…", Glyph.ROLL_BACK.icon());
    private final Button leave = new Button("Leave it as it is…");

    public OpenRunBanner(PathViewModel path, WizardFlow wizard, RollbackFlow back) {
        this.path = path;
        this.wizard = wizard;
        this.back = back;
        setId("open-run-banner");
        getStyleClass().addAll("bh-banner", "bh-accent");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("open-run-words");
        resume.setId("open-run-continue");
        rollBack.setId("open-run-roll-back");
        words.setGraphic(Glyph.INFO.icon());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        rollBack.getStyleClass().addAll("danger", "button-outlined");
        resume.setMinWidth(USE_PREF_SIZE);
        rollBack.setMinWidth(USE_PREF_SIZE);
        leave.setId("open-run-leave");
        leave.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, resume, rollBack, leave);
        path.openRunProperty().addListener((property, old, now) -> render());
        wizard.wizardProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        // While its pages are open they say the same, and more.
        Optional<RunRecord> left = path.openRunProperty()
                .get()
                .filter(run -> wizard.wizardProperty().get().isEmpty());
        Nodes.present(this, left.isPresent());
        left.ifPresent(run -> {
            words.setText("A run of iteration " + run.iteration() + " was left in the middle: " + run.story());
            Nodes.present(resume, run.canContinue());
            resume.setOnAction(event -> wizard.resume(run));
            rollBack.setOnAction(event -> back.ask(run));
            leave.setOnAction(event -> back.askToLeave(run));
        });
    }
}
