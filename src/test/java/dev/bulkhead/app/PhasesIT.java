package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** The phases of an iteration and their gates, on the pages that show them, on the practice engine. */
@WithWindow
class PhasesIT {

    @Test
    void thePhasesOfAnIterationStandOnTheReviewAndAreFollowedWhileItIsCarriedOut(TestWindow window) {
        window.openSample();
        carryOut(window, "1");
        assertThat(window.shown("#run-phases")).isFalse();

        review(window, "2");
        assertThat(window.shown("#review-phases")).isTrue();
        assertThat(window.shown("Close 8989/tcp of sonarr")).isTrue();
        assertThat(window.shown("before: http://sonarr.lan/ answers")).isTrue();
        assertThat(window.shown("after: 8989/tcp of the host is closed, http://sonarr.lan/ answers"))
                .isTrue();

        window.standstill().at("sonarr");
        window.click("#wizard-next");
        window.await("sonarr", () -> window.standstill().reached());
        window.await("the phase of sonarr", () -> standing(window).contains("Close 8989/tcp of sonarr: 2 of 6"));
        List<String> standing = standing(window);
        int now = standing.indexOf("Close 8989/tcp of sonarr: 2 of 6");
        assertThat(standing.subList(0, now)).allMatch(phase -> phase.endsWith(": passed"));
        assertThat(standing.subList(now + 1, standing.size())).allMatch(phase -> phase.endsWith(": waits"));
        assertThat(window.shown("8989/tcp of the host is closed")).isTrue();
        String title = window.words("#run-reach-title");
        assertThat(title).matches("REACH AFTER STEP \\d+");
        assertThat(window.words("#run-reach-step")).startsWith("sonarr: recreate from the files");
        assertThat(reach(window)).contains("closes lan → sonarr host:8989/tcp, published via host");
        assertThat(window.shown("#run-reach-follow")).isFalse();
        window.click("#run-reach-earlier");
        assertThat(window.words("#run-reach-title")).isNotEqualTo(title);
        window.click("#run-reach-follow");
        assertThat(window.words("#run-reach-title")).isEqualTo(title);

        window.standstill().end();
        window.wizard().ready(WizardPage.VERIFY);
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(standing(window)).allMatch(phase -> phase.endsWith(": passed"));
    }

    @Test
    void whatWasPractisedIsToldSoAndTheNextIterationGoesOnFromThereAlsoInAnotherWindow(TestWindow window) {
        Path sample = window.openSample();
        carryOut(window, "1");
        window.await("the trail", () -> window.shown("practised"));
        window.openProject(
                SampleFiles.copy(SampleFiles.MEDIASERVER, window.folder().resolve("other")));

        window.openProject(sample);
        window.await("the trail again", () -> window.shown("practised"));
        review(window, "8");

        assertThat(window.shown("Take every service off media-network")).isTrue();
        assertThat(window.shown("#wizard-practice")).isTrue();
        window.click("#path-step-1");
        window.await("the report", () -> window.shown("#step-report"));
        assertThat(window.words("#step-standing")).startsWith("practised ");
        assertThat(window.onFx(() -> window.desktop()
                        .window()
                        .session()
                        .context()
                        .path()
                        .steps()
                        .getFirst()
                        .practice()))
                .isTrue();
    }

    private static List<String> reach(TestWindow window) {
        return window.onFx(() -> window.desktop().stage().getScene().getRoot().lookupAll(".bh-step-reach-row").stream()
                .map(row -> row.lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .collect(Collectors.joining(" ")))
                .toList());
    }

    private static List<String> standing(TestWindow window) {
        return window.onFx(() -> window.wizard().model().run().phases().stream()
                .map(phase -> phase.title() + ": " + phase.standing())
                .toList());
    }

    private static void carryOut(TestWindow window, String iteration) {
        review(window, iteration);
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);
        window.run(() -> window.desktop().window().wizard().close());
    }

    private static void review(TestWindow window, String iteration) {
        window.run(() -> window.desktop().window().wizard().open(iteration));
        window.wizard().ready(WizardPage.PREFLIGHT);
        if (window.shown("#preflight-accept-pending")) {
            window.click("#preflight-accept-pending");
            window.wizard().ready(WizardPage.PREFLIGHT);
        }
        window.wizard().next(WizardPage.QUESTIONS);
        window.wizard().next(WizardPage.REVIEW);
    }
}
