package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 2 practised on a project whose Caddy is told its routes in a Caddyfile. */
class CaddyfilePracticeTest {

    private static final String COMPOSE = """
        name: home
        services:
          caddy:
            image: caddy:2
            ports: ["80:80"]
            volumes: ["MOUNT"]
          start:
            image: ghcr.io/gethomepage/homepage:v1
          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            ports: ["8989:8989"]
        """;

    private static final String CADDYFILE = "http://start.lan {\n\treverse_proxy start:3000\n}\n";

    private final Path directory;

    CaddyfilePracticeTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private PracticeProject project(String mount, String file) throws Exception {
        Path caddyfile = directory.resolve(file);
        Files.createDirectories(caddyfile.getParent());
        Files.writeString(caddyfile, CADDYFILE);
        PracticeProject project = PracticeProject.of(directory, COMPOSE.replace("MOUNT", mount));
        MigrationSession foundation = project.migration().session("1");
        foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
        assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        return project;
    }

    private static List<String> published(PracticeProject project) throws Exception {
        return project.engine().observe().containers().stream()
                .flatMap(c -> c.ports().stream().map(port -> c.name() + " " + port.text()))
                .toList();
    }

    private void comesAndGoes(PracticeProject project, String file) throws Exception {
        RunOutcome outcome = project.migration().session("2").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(published(project)).containsExactly("home-caddy-1 80:80");
        assertThat(project.text(file)).contains("http://sonarr.lan {\n\treverse_proxy sonarr:8989\n}\n");
        assertThat(outcome.report().orElseThrow().result().checks()).anySatisfy(check -> {
            assertThat(check.subject()).isEqualTo("http://sonarr.lan/");
            assertThat(check.saw()).isEqualTo("answers 200");
        });

        RunOutcome back = project.migration().rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(project.text(file)).isEqualTo(CADDYFILE);
        assertThat(published(project)).containsExactly("home-caddy-1 80:80", "home-sonarr-1 8989:8989");
    }

    @Test
    void aFileThatIsMountedAloneIsReadAtARestart() throws Exception {
        comesAndGoes(project("./Caddyfile:/etc/caddy/Caddyfile", "Caddyfile"), "Caddyfile");
    }

    @Test
    void aFileInAMountedFolderIsReadAsCaddyGoesOn() throws Exception {
        comesAndGoes(project("./caddy:/etc/caddy", "caddy/Caddyfile"), "caddy/Caddyfile");
    }

    /** Whoever edits the file of a running Caddy has changed nothing yet: the route does not answer, and the run goes back. */
    @Test
    void aRouteThatCaddyHasNotTakenUpDoesNotAnswer() throws Exception {
        PracticeProject project = project("./Caddyfile:/etc/caddy/Caddyfile", "Caddyfile");
        Files.writeString(
                directory.resolve("Caddyfile"), CADDYFILE + "\nhttp://sonarr.lan {\n\treverse_proxy sonarr:8989\n}\n");

        RunOutcome outcome = project.migration().session("2").apply(event -> {});

        assertThat(outcome.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(outcome.report().orElseThrow().result().issues())
                .anySatisfy(issue -> assertThat(issue).contains("http://sonarr.lan/"));
        assertThat(published(project)).containsExactly("home-caddy-1 80:80", "home-sonarr-1 8989:8989");
    }
}
