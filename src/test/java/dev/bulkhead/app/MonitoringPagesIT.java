package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Iteration 6 on its pages: what is added is chosen part by part, and the password of a new Grafana is shown once. */
@WithWindow
class MonitoringPagesIT {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: nginx:1.29
                networks: [outside]
              jobs:
                image: rabbitmq:4
                networks: [inside]
            networks:
              outside: {}
              inside: {internal: true}
            """;

    @Test
    void whatIsAddedIsChosenPartByPart(TestWindow window) throws Exception {
        Path folder = Files.createDirectories(window.folder().resolve("shop"));
        Files.writeString(folder.resolve("compose.yml"), COMPOSE);
        window.openProject(folder);
        window.run(() -> window.desktop().window().wizard().open("1"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        window.wizard().next(WizardPage.REVIEW);
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);
        window.run(() -> window.desktop().window().wizard().close());

        window.run(() -> window.desktop().window().wizard().open("6"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        assertThat(window.shown("Pages that show it (Grafana)")).isTrue();
        window.picture("wizard monitoring");
        window.run(() -> window.wizard()
                .model()
                .answersProperty()
                .set(window.wizard()
                        .model()
                        .answersProperty()
                        .get()
                        .map(answers -> answers.withValue("parts.grafana", "add"))));
        window.wizard().next(WizardPage.REVIEW);
        assertThat(window.shown("Pages that show it")).isTrue();
        window.picture("wizard monitoring review");

        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(window.shown("secrets/grafana_admin_password")).isTrue();
    }
}
