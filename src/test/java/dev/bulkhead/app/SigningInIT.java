package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Iteration 4 walked through in the window: a table of choices, a password typed twice, and a change that waits for a word. */
@WithWindow
class SigningInIT {

    private static final String COMPOSE = """
            name: home
            services:
              traefik:
                image: traefik:v3.5
                command: [--providers.docker=true, "--entrypoints.websecure.address=:443"]
                ports: ["443:443"]
                labels:
                  traefik.http.routers.dashboard.rule: Host(`traefik.home.lan`)
                  traefik.http.routers.dashboard.tls: "true"
                  traefik.http.routers.dashboard.service: api@internal
              sonarr:
                image: lscr.io/linuxserver/sonarr:4.0
                labels:
                  traefik.http.routers.sonarr.rule: Host(`sonarr.home.lan`)
                  traefik.http.routers.sonarr.tls: "true"
                  traefik.http.services.sonarr.loadbalancer.server.port: 8989
              jellyfin:
                image: jellyfin/jellyfin:10.10
                labels:
                  traefik.http.routers.jellyfin.rule: Host(`jellyfin.home.lan`)
                  traefik.http.routers.jellyfin.tls: "true"
                  traefik.http.services.jellyfin.loadbalancer.server.port: 8096
            """;

    @BeforeEach
    void open(TestWindow window) throws Exception {
        Path folder = Files.createDirectories(window.folder().resolve("home"));
        Files.writeString(folder.resolve("compose.yml"), COMPOSE);
        window.openProject(folder);
        window.run(() -> window.desktop().window().wizard().open("1"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        window.run(() -> window.wizard()
                .model()
                .answersProperty()
                .set(window.wizard().model().answersProperty().get().map(a -> a.withValue("apply", "recreate"))));
        window.wizard().next(WizardPage.REVIEW);
        window.run(() -> {
            window.wizard().model().next();
            window.wizard().model().apply();
        });
        window.wizard().ready(WizardPage.VERIFY);
    }

    private static void type(TestWindow window, String field, String text) {
        window.run(() -> ((PasswordField) window.robot().lookup(field).query()).setText(text));
    }

    @Test
    void accessIsChosenInATableAndOnlyTheHashOfThePasswordIsKept(TestWindow window) throws Exception {
        window.run(() -> window.desktop().window().wizard().open("4"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        window.picture("signing-in-questions");

        // without a password there is no plan, and the page says how to give one
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.QUESTIONS);
        assertThat(window.onFx(() -> window.wizard().model().troubleProperty().get()))
                .startsWith("There is no answer to 'password'");
        type(window, "#answer-password", "correct horse");
        type(window, "#again-password", "correct house");
        assertThat(window.words("#state-password")).isEqualTo("The two are not the same.");
        type(window, "#again-password", "correct horse");
        window.wizard().ready(WizardPage.QUESTIONS);
        String kept = window.onFx(() -> window.wizard()
                .model()
                .answersProperty()
                .get()
                .orElseThrow()
                .value("password")
                .orElseThrow());
        assertThat(PasswordHash.parse(kept).orElseThrow().matches("correct horse".toCharArray()))
                .isTrue();
        window.run(() -> {
            ChoiceBox<?> box = (ChoiceBox<?>) window.robot()
                    .lookup(node -> "answer-access.sonarr.home.lan".equals(node.getId()))
                    .query();
            box.getSelectionModel().select(2);
        });
        assertThat(window.onFx(() -> window.wizard()
                        .model()
                        .answersProperty()
                        .get()
                        .orElseThrow()
                        .value("access.sonarr.home.lan")
                        .orElseThrow()))
                .isEqualTo("two-factor");
        window.wizard().next(WizardPage.REVIEW);
        window.picture("signing-in-review");
        Review review =
                window.onFx(() -> window.wizard().model().reviewProperty().get().orElseThrow());
        assertThat(review.goal().handouts().getFirst().title()).startsWith("Emergency way in");
        assertThat(window.onFx(() -> window.wizard()
                        .model()
                        .choices()
                        .probation()
                        .chosenProperty()
                        .get()))
                .isTrue();
        window.run(() -> {
            window.wizard().model().choices().probation().chosenProperty().set(false);
            window.wizard().model().next();
            window.wizard().model().apply();
        });
        window.wizard().ready(WizardPage.VERIFY);

        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
    }
}
