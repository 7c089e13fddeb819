package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing the window while a run is being carried out asks what becomes of it, and does just that. */
@WithWindow
class ClosingDuringARunIT {

    private final AtomicBoolean ended = new AtomicBoolean();

    @SuppressWarnings("NullAway.Init")
    private Path sample;

    @SuppressWarnings("NullAway.Init")
    private Map<String, String> before;

    @BeforeEach
    void closeInTheMiddleOfARun(TestWindow window) {
        window.desktop().whenClosed(() -> ended.set(true));
        sample = window.openSample();
        before = Folders.contents(sample);
        window.standstill().at("gluetun");
        window.click("#command-continue");
        for (int page = 0; page < 3; page++) {
            window.await("the next page", () -> wizardIsReady(window));
            window.click("#wizard-next");
        }
        window.await("the middle of the run", () -> window.standstill().reached());
        window.run(() -> window.desktop()
                .stage()
                .fireEvent(new WindowEvent(window.desktop().stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void theWindowAsksAndStays(TestWindow window) {
        assertThat(window.shown("Iteration 1 Network Foundation is being carried out"))
                .isTrue();
        assertThat(window.desktop().stage().isShowing()).isTrue();

        window.click("Cancel");
        window.standstill().end();
        awaitEnd(window);

        assertThat(window.desktop().stage().isShowing()).isTrue();
        assertThat(state(window)).isEqualTo(RunState.SUCCEEDED);
        assertThat(ended).isFalse();
    }

    @Test
    void inTheBackgroundItGoesOnToItsEndAndThenTheProgramEnds(TestWindow window) {
        window.click("Go on in the background");
        assertThat(window.desktop().stage().isShowing()).isFalse();
        assertThat(ended).isFalse();

        window.standstill().end();
        window.await("the end of the program", ended::get);

        assertThat(state(window)).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void pausedItStopsBeforeItsNextOperationAndTheNextStartOffersTheRest(TestWindow window) {
        window.click("Pause and close");
        assertThat(ended).isFalse();

        window.standstill().end();
        window.await("the end of the program", ended::get);
        assertThat(window.desktop().stage().isShowing()).isFalse();
        assertThat(state(window)).isEqualTo(RunState.CANCELLED);

        window.startAgain();
        window.openProject(sample);
        window.await("the banner", () -> window.shown("#open-run-continue"));
    }

    @Test
    void rolledBackEveryFileIsAsBeforeAndTheProgramEnds(TestWindow window) {
        window.click("Roll back and close");
        assertThat(ended).isFalse();

        window.standstill().end();
        window.await("the end of the program", ended::get);

        assertThat(state(window)).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Folders.contents(sample)).isEqualTo(before);
    }

    private static boolean wizardIsReady(TestWindow window) {
        return window.desktop()
                .window()
                .wizard()
                .wizardProperty()
                .get()
                .filter(wizard -> wizard.canGoOn().get())
                .isPresent();
    }

    private static void awaitEnd(TestWindow window) {
        window.await(
                "the end of the run",
                () -> !window.wizard().model().carriesOutProperty().get());
    }

    private static RunState state(TestWindow window) {
        return window.onFx(() -> window.wizard().model().run().stateProperty().get());
    }
}
