package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program ends in the middle of a run; the next start says so and offers both ways out. */
@WithWindow
class InterruptedRunIT {

    @SuppressWarnings("NullAway.Init")
    private Path sample;

    @SuppressWarnings("NullAway.Init")
    private Map<String, String> before;

    @BeforeEach
    void cutTheFirstIterationOff(TestWindow window) {
        sample = window.openSample();
        before = Folders.contents(sample);
        window.click("#command-continue");
        for (int page = 0; page < 3; page++) {
            window.await(
                    "the next page",
                    () -> window.wizard()
                            .shown()
                            .filter(wizard -> wizard.canGoOn().get())
                            .isPresent());
            if (page == 2) {
                window.powerCut().at("gluetun");
            }
            window.click("#wizard-next");
        }
        window.await("the end of the program", () -> !window.powerCut().pending());
        window.startAgain();
        window.openProject(sample);
        window.await("the banner", () -> window.shown("#open-run-banner"));
    }

    @Test
    void theNextStartSaysHowFarItCame(TestWindow window) {
        assertThat(window.words("#open-run-banner-words"))
                .startsWith("A run of iteration 1 was left in the middle: ")
                .contains("gluetun");
    }

    @Test
    void continueCarriesTheRestOut(TestWindow window) {
        window.click("#open-run-continue");
        awaitEnd(window);

        assertThat(state(window)).isEqualTo(RunState.SUCCEEDED);
        assertThat(window.onFx(() ->
                        window.context().project().topologyProperty().get().members("backend-net")))
                .extracting(service -> service.key())
                .contains("sonarr", "traefik");
        assertThat(window.shown("#open-run-banner")).isFalse();
    }

    @Test
    void rollBackRestoresTheBytesOfEveryFile(TestWindow window) {
        window.click("#open-run-roll-back");
        assertThat(window.words("#open-run-roll-back")).isEqualTo("Roll back…");
        window.await("the question", () -> window.shown("Roll back iteration 1?"));
        assertThat(window.wizard().shown()).isEmpty();
        window.click("Roll back");
        awaitEnd(window);

        assertThat(state(window)).as(story(window)).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Folders.contents(sample)).isEqualTo(before);
        assertThat(window.shown("#open-run-banner")).isFalse();
    }

    @Test
    void leaveClosesItAsItStands(TestWindow window) {
        window.click("#open-run-leave");
        window.click("Leave it");
        window.await("the end of the banner", () -> !window.shown("#open-run-banner"));

        assertThat(Folders.contents(sample)).isNotEqualTo(before);
    }

    private static void awaitEnd(TestWindow window) {
        window.await(
                "the end of the run",
                () -> window.wizard()
                        .shown()
                        .filter(wizard -> wizard.run().outcomeProperty().get().isPresent()
                                && !wizard.busyProperty().get())
                        .isPresent());
        window.settle();
    }

    private static RunState state(TestWindow window) {
        return window.onFx(() ->
                window.wizard().shown().orElseThrow().run().stateProperty().get());
    }

    private static String story(TestWindow window) {
        return window.onFx(() -> window.wizard()
                .shown()
                .flatMap(wizard -> wizard.run().outcomeProperty().get())
                .map(outcome -> outcome.sentence())
                .orElse(""));
    }
}
