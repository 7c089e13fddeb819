package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first iteration on the practice engine, page by page, with the buttons. */
@WithWindow
class WizardWalkIT {

    @Test
    void everyPageShowsItsPartUpToTheReport(TestWindow window) {
        window.openSample();
        goTo(window, WizardPage.PREFLIGHT);
        assertThat(window.robot().lookup(".bh-check-row").queryAll()).isNotEmpty();

        window.wizard().next(WizardPage.QUESTIONS);
        assertThat(window.robot().lookup(".bh-card-title").queryAll()).isNotEmpty();

        window.click("#tiers-table");
        assertThat(window.onFx(
                        () -> window.robot().lookup(".bh-tier-table .choice-box").queryAllAs(Region.class).stream()
                                .filter(box -> box.getHeight() < 26 || box.getWidth() < 100)
                                .toList()))
                .isEmpty();
        assertThat(window.onFx(() -> window.robot()
                        .lookup(".bh-tier-table .choice-box")
                        .queryAll()
                        .size()))
                .isEqualTo(17);

        window.wizard().next(WizardPage.REVIEW);
        assertThat(window.shown("Operations 36")).isTrue();
        assertThat(window.shown("Files 11")).isTrue();
        assertThat(window.words("#wizard-next")).isEqualTo("Apply now");

        apply(window);
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(window.shown("#verify .bh-check-subject")).isTrue();

        // Its file says only that the network exists: the subnet is what the engine answers.
        assertThat(window.onFx(() -> window.context().map().subnets().get("dmz-net")))
                .isEqualTo("172.20.0.0/24");

        window.wizard().next(WizardPage.REPORT);
        assertThat(window.words("#wizard-practice")).isEqualTo("practice: no real container is touched");
        assertThat(window.shown("#report-copy")).isTrue();
        assertThat(window.shown("#report-roll-back")).isTrue();

        window.click("#wizard-next");
        assertThat(window.shown("#zone-dmz-net")).isTrue();
    }

    @Test
    void rollingBackFromTheReportRestoresTheBytesOfEveryFile(TestWindow window) {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        goTo(window, WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        window.wizard().next(WizardPage.REVIEW);
        apply(window);
        assertThat(Folders.contents(sample)).isNotEqualTo(before);

        window.wizard().next(WizardPage.REPORT);
        window.click("#report-roll-back");
        window.await("the question", () -> window.shown("Roll back iteration 1?"));
        window.click("Roll back");
        window.await(
                "the way back",
                () -> window.wizard().model().run().stateProperty().get() == RunState.ROLLED_BACK
                        && !window.wizard().model().busyProperty().get());
        assertThat(window.words("#way-back-summary")).isEqualTo("Rolled back: files and engine are as they were.");

        assertThat(Folders.contents(sample)).isEqualTo(before);
    }

    @Test
    void enterGoesOnAndLeavesTheMenusOfTheWindowAlone(TestWindow window) {
        window.openSample();
        goTo(window, WizardPage.PREFLIGHT);

        window.robot().type(KeyCode.ENTER);
        window.wizard().ready(WizardPage.QUESTIONS);
        window.robot().type(KeyCode.ENTER);
        window.wizard().ready(WizardPage.REVIEW);

        assertThat(window.onFx(() -> Window.getWindows().stream()
                        .filter(PopupWindow.class::isInstance)
                        .toList()))
                .isEmpty();
        assertThat(window.onFx(() -> isInside(
                        window.desktop().stage().getScene().getFocusOwner(),
                        window.robot().lookup("#wizard").query())))
                .isTrue();
    }

    private static boolean isInside(@Nullable Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static void goTo(TestWindow window, WizardPage first) {
        window.click("#command-continue");
        window.wizard().ready(first);
    }

    private static void apply(TestWindow window) {
        window.click("#wizard-next");
        window.await(
                "the end of the run",
                () -> window.wizard().model().run().outcomeProperty().get().isPresent()
                        && !window.wizard().model().busyProperty().get());
        window.wizard().ready(WizardPage.VERIFY);
    }
}
