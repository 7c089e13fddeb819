package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;

/** A change that waits for the operator's word, in the window, on the practice engine. */
@WithWindow
class ProbationIT {

    @Test
    void aChangeWaitsWithTheTimeLeftAndIsKept(TestWindow window) {
        Path sample = window.openSample();
        String run = applyOnProbation(window);
        assertThat(window.words("#probation-title")).isEqualTo("Done in practice: keep it?");
        assertThat(window.words("#probation-left")).matches("(10:00|9:\\d\\d)");
        assertThat(window.words("#probation-without")).startsWith("Without your word: rolled back at ");

        assertThat(window.shown("waits for your word")).isTrue();

        window.click("#probation-more");
        window.await("more time", () -> window.words("#probation-left").startsWith("19:"));
        window.click("#probation-keep");
        window.await("the end of the card", () -> !window.shown("#probation"));

        assertThat(window.shown("waits for your word")).isFalse();
        window.await(
                "the end of the first iteration",
                () -> window.context().path().steps().getFirst().completed().isPresent());
        window.run(() -> window.wizard().model().show(WizardPage.REPORT));
        window.await(
                "a report that tells that it is kept",
                () -> window.shown("Iteration 01: Network Foundation - COMPLETED"));
        awaitEndOfGuard(window, sample, run);
    }

    @Test
    void aChangeThatIsTakenBackAtOnceLeavesNothing(TestWindow window) {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        String run = applyOnProbation(window);
        assertThat(Folders.contents(sample)).isNotEqualTo(before);

        window.click("#probation-undo");
        window.await("the question", () -> window.shown("Roll back iteration 1?"));
        window.click("Roll back");
        window.await("the end of the card", () -> !window.shown("#probation"));
        window.await(
                "the way back", () -> !window.wizard().model().busyProperty().get());

        awaitEndOfGuard(window, sample, run);
        assertThat(Folders.contents(sample)).isEqualTo(before);
    }

    @Test
    void theWatchIsDrawnAsAStripWithWhatFailedInIt(TestWindow window) {
        Path sample = window.openSample();
        String run = applyOnProbation(window);
        window.await("the strip", () -> window.shown("#probation-strip"));
        assertThat(window.words("#probation-strip-summary"))
                .matches("36 operations, 2 services away; none of \\d+ probes failed since the last operation");
        assertThat(window.shown("#probation-breaks")).isFalse();

        window.run(() -> window.engine().setHealthy("jellyfin", false));

        window.await("what fails", () -> window.shown("#probation-breaks") && window.shown("jellyfin"));
        assertThat(window.words("#probation-strip-summary"))
                .matches("36 operations, 2 services away; [1-9]\\d* of \\d+ probes failed since .*");
        window.click("#probation-keep");
        window.await("the end of the card", () -> !window.shown("#probation"));
        awaitEndOfGuard(window, sample, run);
    }

    @Test
    void closingTheWindowAsksAndTellsWhatBecomesOfTheChange(TestWindow window) {
        AtomicBoolean ended = new AtomicBoolean();
        window.desktop().whenClosed(() -> ended.set(true));
        Path sample = window.openSample();
        String run = applyOnProbation(window);

        close(window);
        assertThat(window.shown("A change waits for your word")).isTrue();
        assertThat(ended).isFalse();
        window.click("Cancel");
        assertThat(window.shown("#probation")).isTrue();

        close(window);
        window.click("Keep it and leave");
        window.await("the end of the program", ended::get);
        awaitEndOfGuard(window, sample, run);
    }

    @Test
    void openingAnotherProjectAsksToo(TestWindow window) {
        Path sample = window.openSample();
        String run = applyOnProbation(window);
        Path other = SampleFiles.copy(SampleFiles.MEDIASERVER, window.folder().resolve("other"));

        window.ask(other);
        window.await("the question", () -> window.shown("A change waits for your word"));
        window.click("Leave it unconfirmed");

        window.await(
                "the other project",
                () -> window.desktop()
                        .window()
                        .projects()
                        .openedProperty()
                        .get()
                        .filter(opened -> opened.path().equals(other))
                        .isPresent());
        awaitEndOfGuard(window, sample, run);
    }

    private static void close(TestWindow window) {
        window.run(() -> window.desktop()
                .stage()
                .fireEvent(new WindowEvent(window.desktop().stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void aWindowThatIsOpenedLaterShowsWhatWaits(TestWindow window) {
        Path sample = window.openSample();
        applyOnProbation(window);

        window.startAgain();
        window.openProject(sample);

        window.await("the card", () -> window.shown("#probation"));
        window.click("#probation-keep");
        window.await("the end of the card", () -> !window.shown("#probation"));
    }

    /** It writes what it saw into the report before it ends. */
    private static void awaitEndOfGuard(TestWindow window, Path sample, String run) {
        window.await("the end of the guard", () -> !new GuardFiles(sample.resolve(".bulkhead/guards"), run).guarded());
    }

    /** Returns the run. */
    private static String applyOnProbation(TestWindow window) {
        window.run(() -> window.desktop().window().wizard().open("1"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.run(() -> window.wizard().model().next());
        window.wizard().ready(WizardPage.QUESTIONS);
        window.run(() -> window.wizard().model().next());
        window.wizard().ready(WizardPage.REVIEW);
        window.click("#review-probation");
        window.click("#wizard-next");
        window.await("the card", () -> window.shown("#probation"));
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.AWAITING_CONFIRMATION);
        window.settle();
        return window.onFx(() -> window.wizard()
                .model()
                .run()
                .restorePointProperty()
                .get()
                .orElseThrow()
                .id());
    }
}
