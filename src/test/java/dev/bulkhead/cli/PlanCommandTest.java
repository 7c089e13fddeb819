package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.topology.NetworkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} says of what apply would warn of, or not begin at all. */
class PlanCommandTest {

    private static final String COMPOSE = """
            name: home
            services:
              traefik:
                image: traefik:v3
                networks: [flat]
                ports: ["80:80"]
              db:
                image: postgres:16
                networks: [flat]
            networks:
              flat: {}
            """;

    @TempDir
    Path folder;

    @Test
    void aPlanThatCanBeginSaysNothingOfThat() throws Exception {
        CommandLineRun run = plan(PracticeProject.of(folder, COMPOSE), "text");

        assertThat(run.code()).isEqualTo(ExitCodes.FINE);
        assertThat(run.out()).doesNotContain("Apply would not start");
    }

    @Test
    void whatApplyWouldStopAtStandsAtTheEndOfThePlan() throws Exception {
        PracticeProject project = PracticeProject.of(folder, COMPOSE);
        project.engine().stop("home-db-1", Duration.ZERO);

        CommandLineRun run = plan(project, "text");

        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out()).endsWith("""

                Apply would not start:
                - db is exited. Run docker compose up -d and look at docker compose logs of those services.
                """);
        CommandLineRun apply = CommandLineRun.on(
                (url, read) -> project.connection(), "apply", folder.toString(), "--iteration", "1", "--yes");
        assertThat(apply.err()).contains("Nothing was started. db is exited.");
        assertThat(apply.code()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    /** The plan attaches it again, but a later docker compose up would lose it (Dokploy/dokploy#3313). */
    @Test
    void whatWasAttachedByHandIsSaidBeforeItsContainerIsMadeAnew() throws Exception {
        PracticeProject project = PracticeProject.of(folder, COMPOSE);
        project.engine().createNetwork(new NetworkSpec("by-hand", NetworkOptions.defaults(), List.of()));
        project.engine().connect("by-hand", "home-db-1", EndpointSpec.PLAIN);
        Path answers =
                Files.writeString(folder.resolve("answers.yml"), "iteration: \"1\"\nanswers: {apply: recreate}\n");

        CommandLineRun run = CommandLineRun.on(
                (url, read) -> project.connection(),
                "plan",
                folder.toString(),
                "--iteration",
                "1",
                "--answers",
                answers.toString());

        assertThat(run.code()).isEqualTo(ExitCodes.FINE);
        assertThat(run.out())
                .contains("Before it starts, apply warns:\n- ")
                .contains("--add-network by-hand,external --attach db=by-hand --write.");
    }

    @Test
    void aProgramReadsItAsJson() throws Exception {
        PracticeProject project = PracticeProject.of(folder, COMPOSE);
        project.engine().stop("home-db-1", Duration.ZERO);

        CommandLineRun run = plan(project, "json");

        assertThat(run.code()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(run.out()).contains("\"blocks\" : [ {").contains("\"id\" : \"services-ready\"");
        assertThat(Files.exists(folder.resolve(".bulkhead"))).isFalse();
    }

    private CommandLineRun plan(PracticeProject project, String format) throws Exception {
        return CommandLineRun.on(
                (url, read) -> project.connection(), "plan", folder.toString(), "--iteration", "1", "--format", format);
    }
}
