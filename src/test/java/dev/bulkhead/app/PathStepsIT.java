package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** The steps of the path as places: each opens its page, in the window, on the practice engine. */
@WithWindow
class PathStepsIT {

    @Test
    void aStepThatIsNotDoneTellsWhatItIsAboutAndLeadsToItsPreflight(TestWindow window) {
        window.openSample();

        window.click("#path-step-2");
        window.settle();
        assertThat(window.words("#step-title")).isEqualTo("Port Consolidation");
        assertThat(window.words("#step-standing")).isEqualTo("It builds on 1, which is not done yet.");
        window.await("the ports", () -> window.shown("#step-ports"));
        assertThat(window.words("#exposure-today")).isEqualTo("18");
        assertThat(window.words("#exposure-after")).isEqualTo("3");
        assertThat(window.shown("8096/tcp")).isTrue();
        window.await(
                "an answer",
                () -> window.onFx(() -> window.robot()
                        .lookup(".bh-port-row.bh-answers")
                        .tryQuery()
                        .isPresent()));
        window.click("#step-look-again");
        window.await("the ports again", () -> window.shown("#step-ports"));

        window.click("#path-step-1");
        window.settle();
        assertThat(window.words("#step-title")).isEqualTo("Network Foundation");

        window.click("#step-start");
        window.wizard().ready(WizardPage.PREFLIGHT);
        assertThat(window.shown("#step-page")).isFalse();
    }

    @Test
    void theStepThatIsWalkedThroughOpensItsPagesAgain(TestWindow window) {
        window.openSample();
        window.click("#command-continue");
        window.wizard().ready(WizardPage.PREFLIGHT);

        window.click("#path-step-3");
        window.settle();
        assertThat(window.words("#step-title")).isEqualTo("TLS & HTTPS");
        window.click("#path-step-1");
        window.settle();
        assertThat(window.shown("#wizard")).isTrue();
        window.click("#path-step-3");
        window.click("#step-close");
        window.settle();
        assertThat(window.shown("#zone-media-network")).isTrue();
    }

    @Test
    void noViewIsLitWhilePagesStandInItsPlaceAndChoosingOneLeavesThem(TestWindow window) {
        window.openSample();
        assertThat(lit(window)).containsExactly("Map");

        window.click("#path-step-2");
        assertThat(lit(window)).isEmpty();
        window.click("#command-view-map");
        assertThat(lit(window)).containsExactly("Map");
        assertThat(window.shown("#step-page")).isFalse();

        window.click("#command-continue");
        window.wizard().ready(WizardPage.PREFLIGHT);
        assertThat(lit(window)).isEmpty();
        window.click("#command-view-ports");
        assertThat(lit(window)).containsExactly("Ports");
        assertThat(window.shown("#wizard")).isFalse();
        window.click("#command-view-ports");
        assertThat(lit(window)).containsExactly("Ports");
    }

    private static List<String> lit(TestWindow window) {
        return window.onFx(
                () -> window.robot().lookup(".bh-view-switch > .toggle-button").<ToggleButton>queryAll().stream()
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getText)
                        .toList());
    }

    @Test
    void aStepThatIsDoneShowsItsReportAndGoesBackFromThere(TestWindow window) {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        window.click("#command-continue");
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.run(() -> window.wizard().shown().orElseThrow().next());
        window.wizard().ready(WizardPage.QUESTIONS);
        window.run(() -> window.wizard().shown().orElseThrow().next());
        window.wizard().ready(WizardPage.REVIEW);
        window.run(() -> {
            window.wizard().shown().orElseThrow().next();
            window.wizard().shown().orElseThrow().apply();
        });
        window.wizard().ready(WizardPage.VERIFY);

        window.click("#path-step-1");
        window.await("the report", () -> window.shown("#step-report"));
        window.click("#step-roll-back");
        window.await("the question", () -> window.shown("Roll back iteration 1?"));
        window.click("Roll back");
        window.await(
                "the way back",
                () -> window.wizard()
                        .shown()
                        .filter(model -> model.run().outcomeProperty().get().isPresent()
                                && !model.busyProperty().get())
                        .isPresent());

        assertThat(Folders.contents(sample)).isEqualTo(before);
    }
}
