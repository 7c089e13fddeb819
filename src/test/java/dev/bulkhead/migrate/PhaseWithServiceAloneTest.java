package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phase that adds a service, with a network for it, is taken back alone: nobody waits for that service afterwards. */
class PhaseWithServiceAloneTest {

    private static final String COMPOSE = """
            name: shop
            services:
              web:
                image: nginx:1
                restart: always

              healer:
                image: willfarrell/autoheal:1
                restart: always
                volumes:
                  - /var/run/docker.sock:/var/run/docker.sock
                healthcheck:
                  test: ["CMD", "true"]
            """;

    private final PracticeProject project;

    PhaseWithServiceAloneTest(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        project = new PracticeProject(directory, CatalogueAndPlaybooks.bundled());
    }

    @Test
    void theOtherServicesAreHardenedAllTheSame() throws Exception {
        MigrationSession session = project.migration.session("7");
        session.answer(session.answers().withValue("socket.healer", "take"));
        project.engine.faults().failNext(PracticeCall.UP, "healer", "The engine refuses healer.");

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.state())
                .as(outcome.report().orElseThrow().result().issues().toString())
                .isEqualTo(RunState.SUCCEEDED);
        // its own lines touch those that went, so it is left out as well; everybody else goes on
        assertThat(outcome.report().orElseThrow().result().issues())
                .containsExactly(
                        "Step 4 (healer) failed: The engine refuses healer.",
                        "\"Put a proxy between healer and the engine's socket\" was taken back alone; everything else"
                                + " goes on.",
                        "Step 8 (1 file) failed: File compose.yml has been changed in the same place meanwhile, as a"
                                + " service beside it was taken back; make a new plan for this one.",
                        "\"Harden healer\" was taken back alone; everything else goes on.");
        assertThat(project.text("compose.yml"))
                .endsWith(COMPOSE.substring(COMPOSE.indexOf("  healer:")))
                .contains("    mem_limit: 96m\n    security_opt:\n      - no-new-privileges:true\n");
        assertThat(project.engine.observe().networks())
                .extracting(ObservedNetwork::name)
                .doesNotContain("shop_healer-engine");
    }
}
