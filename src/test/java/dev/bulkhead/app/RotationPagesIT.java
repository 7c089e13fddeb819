package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rotation of secrets in the window: a value that is typed masked, and new ones that are shown once. */
@WithWindow
class RotationPagesIT {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: caddy:2
                secrets: [session_key, mail_password]
              api:
                image: example/api:1
                secrets: [mail_password]
            secrets:
              session_key: {file: ./secrets/session_key}
              mail_password: {file: ./secrets/mail_password}
            """;

    private Path folder = Path.of(".");

    @BeforeEach
    void open(TestWindow window) throws Exception {
        folder = Files.createDirectories(window.folder().resolve("shop"));
        Files.writeString(folder.resolve("compose.yml"), COMPOSE);
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/session_key"), "changeme");
        Files.writeString(folder.resolve("secrets/mail_password"), "planted-Mail-31");
        window.openProject(folder);
        window.run(() -> window.context().commands().run(Command.ROTATE_SECRETS));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        window.run(() -> window.wizard()
                .model()
                .answersProperty()
                .set(window.wizard()
                        .model()
                        .answersProperty()
                        .get()
                        .map(answers -> answers.withValue("rotate.mail_password", "given"))));
        window.wizard().next(WizardPage.REVIEW);
    }

    private static TextField field(TestWindow window, String id) {
        return (TextField) node(window, id);
    }

    private static Node node(TestWindow window, String id) {
        return window.robot().lookup(node -> id.equals(node.getId())).query();
    }

    @Test
    void aValueIsTypedMaskedAndANewOneIsShownOnce(TestWindow window) throws Exception {
        assertThat(window.onFx(() -> node(window, "wizard-next").isDisabled())).isTrue();
        window.run(() -> field(window, "give-mail_password").setText("given-Mail-32"));
        assertThat(window.onFx(() -> node(window, "wizard-next").isDisabled())).isFalse();
        window.picture("rotation-review");

        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);

        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(Files.readString(folder.resolve("secrets/mail_password"))).isEqualTo("given-Mail-32");
        String made = Files.readString(folder.resolve("secrets/session_key"));
        window.picture("rotation-new-values");
        assertThat(window.onFx(() -> field(window, "fresh-secrets/session_key").getText()))
                .isEqualTo("••••••••••••••••");
        assertThat(window.shown(made)).isFalse();
        window.run(() -> ((javafx.scene.control.ToggleButton) node(window, "reveal-secrets/session_key")).fire());
        assertThat(window.onFx(() -> field(window, "fresh-secrets/session_key").getText()))
                .isEqualTo(made);

        window.click("#fresh-secrets-taken");

        assertThat(window.shown("New values, shown once")).isFalse();
        assertThat(window.onFx(() -> window.wizard().model().secrets().fresh().isEmpty()))
                .isTrue();
    }
}
