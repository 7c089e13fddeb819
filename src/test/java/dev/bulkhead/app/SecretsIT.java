package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** Iteration 5 in the window, on the practice engine: a table of secrets without a value, then files. */
@WithWindow
class SecretsIT {

    @Test
    void eachSecretIsARowAndNoValueIsShownOnAnyPage(TestWindow window) throws Exception {
        Path sample = window.openSample();
        window.run(() -> window.desktop().window().wizard().open("5"));
        window.wizard().ready(WizardPage.PREFLIGHT);

        window.wizard().next(WizardPage.QUESTIONS);
        window.picture("secrets-questions");
        assertThat(window.shown("GF_SECURITY_ADMIN_PASSWORD of grafana")).isTrue();
        assertThat(shows(window, "change-me-")).isFalse();

        window.wizard().next(WizardPage.REVIEW);
        window.picture("secrets-review");
        assertThat(shows(window, "change-me-")).isFalse();

        window.click("#wizard-next");
        window.await(
                "the end of the run",
                () -> window.wizard().model().run().outcomeProperty().get().isPresent()
                        && !window.wizard().model().busyProperty().get());
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(shows(window, "change-me-")).isFalse();
        assertThat(Files.readString(sample.resolve("secrets/grafana_admin_password")))
                .isEqualTo("change-me-grafana");
    }

    private static boolean shows(TestWindow window, String part) {
        return window.onFx(() -> window.robot()
                .lookup(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(part))
                .tryQuery()
                .isPresent());
    }
}
