package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.ui.shell.iteration.RollbackFlow;
import dev.bulkhead.ui.shell.iteration.WizardFlow;
import dev.bulkhead.ui.shell.path.PathViewModel;
import dev.bulkhead.ui.theme.Banner;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.RunName;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.scene.control.Button;

/** Banner of a run that was left in the middle, with the ways out of it. */
public final class OpenRunBanner extends Banner {

    private final PathViewModel path;
    private final WizardFlow wizard;
    private final Button resume;
    private Optional<RunRecord> left = Optional.empty();

    public OpenRunBanner(PathViewModel path, WizardFlow wizard, RollbackFlow back) {
        super("open-run-banner", "bh-accent", Glyph.INFO);
        this.path = path;
        this.wizard = wizard;
        resume = offer(
                "open-run-continue", Words.of("openrunbanner.continue-the-run"), () -> left.ifPresent(wizard::resume));
        resume.setGraphic(Glyph.PLAY.icon());
        Button rollBack =
                offer("open-run-roll-back", Words.of("openrunbanner.roll-back"), () -> left.ifPresent(back::ask));
        rollBack.setGraphic(Glyph.ROLL_BACK.icon());
        rollBack.getStyleClass().addAll("danger", "button-outlined");
        offer("open-run-leave", Words.of("openrunbanner.leave-it-as-it-is"), () -> left.ifPresent(back::askToLeave));
        path.openRunProperty().addListener((property, old, now) -> render());
        wizard.wizardProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        // While its pages are open they say the same, and more.
        left = path.openRunProperty()
                .get()
                .filter(run -> wizard.wizardProperty().get().isEmpty())
                // It is done; the card of what waits for the operator's word has the ways on.
                .filter(run -> !run.state().onProbation());
        say(left.map(run -> Words.of("openrunbanner.a-run-of-was-left", RunName.of(run.iteration()), run.story())));
        Nodes.present(resume, left.filter(RunRecord::canContinue).isPresent());
    }
}
