package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.wizard.WizardPage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Iteration 5 on its pages: each secret is a row that names what its image can do, and no page shows a value. */
@WithWindow
class SecretPagesIT {

    private static final String COMPOSE = """
            name: shop
            services:
              db:
                image: postgres:17
                environment:
                  POSTGRES_PASSWORD: ${DB_PASSWORD:?set it}
              api:
                image: example/api:1
                environment:
                  DATABASE_URL: postgres://shop:${DB_PASSWORD}@db/shop
                  SESSION_SECRET: planted-Session-71
                command: ["serve", "--admin-token=planted-Token-93"]
              grafana:
                image: grafana/grafana:11
                environment:
                  - GF_SECURITY_ADMIN_PASSWORD=change-me-grafana
            """;

    @Test
    void eachSecretIsARowAndNoPageShowsAValue(TestWindow window) throws Exception {
        Path folder = Files.createDirectories(window.folder().resolve("shop"));
        Files.writeString(folder.resolve("compose.yml"), COMPOSE);
        Files.writeString(folder.resolve(".env"), "DB_PASSWORD=planted-Database-55\n");
        window.openProject(folder);
        window.run(() -> window.desktop().window().wizard().open("5"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        assertThat(window.shown("What becomes of each secret?")).isTrue();
        assertThat(window.shown("planted-Session-71")).isFalse();
        window.picture("wizard secrets");

        window.wizard().next(WizardPage.REVIEW);
        assertThat(window.shown("Move a secret of db into a file")).isTrue();
        assertThat(window.shown("planted-Database-55")).isFalse();
        window.picture("wizard secrets review");

        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(folder.resolve("secrets/db_password")).hasContent("planted-Database-55");
    }
}
