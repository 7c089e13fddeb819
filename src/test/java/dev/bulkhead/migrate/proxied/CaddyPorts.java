package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Iteration 2 with real Caddy, which is told its routes in a Caddyfile: routes are taken up, ports close, and back. */
abstract class CaddyPorts {

    private static final String COMPOSE = """
        name: home
        services:
          caddy:
            image: caddy:2
            container_name: caddy
            ports: ["80:80", "443:443"]
            volumes:
              - MOUNT
            networks: [flat]

          start:
            image: ghcr.io/gethomepage/homepage:v1
            networks: [flat]
            healthcheck: &quick
              test: ["CMD", "true"]
              interval: 1s

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            ports: ["8989:8989"]
            networks: [flat]
            healthcheck: *quick

          radarr:
            image: lscr.io/linuxserver/radarr:5
            ports: ["7878:7878"]
            networks: [flat]
            healthcheck: *quick

        networks:
          flat: {}
        """;

    private static final String CADDYFILE = """
        {
        \tauto_https off
        }

        # the page that everybody knows
        http://start.lan {
        \treverse_proxy start:3000
        }
        """;

    private static VoyageProject project(PrivateEngine engine, String mount, String caddyfile) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("home"), "home");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE.replace("MOUNT", mount));
        Path file = directory.resolve(caddyfile);
        Files.createDirectories(file.getParent());
        Files.writeString(file, CADDYFILE);
        ProgramImages.caddy(engine, "caddy:2");
        StandInImages.provide(
                engine,
                "ghcr.io/gethomepage/homepage:v1",
                "lscr.io/linuxserver/sonarr:4.0",
                "lscr.io/linuxserver/radarr:5");
        return new VoyageProject(new SampleStack(engine, directory, Map.of()));
    }

    /** A machine of the LAN opens a connection to a port of the engine's host. */
    private static boolean open(PrivateEngine engine, int port) throws IOException {
        return engine.inWorld("busybox", "sh", "-c", "nc -w 2 198.18.0.1 " + port + " </dev/null")
                        .exitCode()
                == 0;
    }

    private static String get(PrivateEngine engine, String name) throws IOException {
        return engine.inWorld("busybox", "wget", "-q", "-O", "-", "--header", "Host: " + name, "http://198.18.0.1:80/")
                .output();
    }

    private static List<String> actions(Review review) {
        return review.plan().steps().stream()
                .filter(step -> !(step.operation() instanceof Operation.WaitReady))
                .map(step ->
                        step.operation().subject() + ": " + step.operation().action())
                .toList();
    }

    @Test
    void aCaddyfileThatIsMountedAloneIsTakenUpByARestart(PrivateEngine engine) throws Exception {
        voyage(engine, project(engine, "./Caddyfile:/etc/caddy/Caddyfile:ro", "Caddyfile"), "Caddyfile", "restart");
    }

    @Test
    void aCaddyfileInAMountedFolderIsTakenUpWhileCaddyGoesOnAnswering(PrivateEngine engine) throws Exception {
        voyage(
                engine,
                project(engine, "./caddy:/etc/caddy", "caddy/Caddyfile"),
                "caddy/Caddyfile",
                "read its files anew: caddy reload --config /etc/caddy/Caddyfile --adapter caddyfile");
    }

    /** The end of the process, which nothing in it can catch and go on from. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Applies iteration 2 and ends as a step of a kind begins. */
    private static void killAt(Migration migration, Predicate<Operation> step) throws Exception {
        assertThatThrownBy(() -> migration.session("2").apply(event -> {
                    if (event instanceof RunEvent.StepStarted begun
                            && step.test(begun.step().operation())) {
                        throw new Kill();
                    }
                }))
                .isInstanceOf(Kill.class);
    }

    @Test
    void aRunThatIsKilledGoesBackAndAnotherGoesOn(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine, "./caddy:/etc/caddy", "caddy/Caddyfile");
        Path caddyfile = project.stack().directory().resolve("caddy/Caddyfile");
        project.start(3);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            String before = project.inspected().everything();
            Map<String, String> files = project.files();

            // radarr's port is gone, sonarr's is not
            killAt(
                    migration,
                    operation -> operation instanceof Operation.RecreateServices(var services, var _)
                            && services.contains("sonarr"));
            Migration again = project.migration(gateway);
            assertThat(again.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.inspected().everything()).isEqualTo(before);
            assertThat(project.files()).isEqualTo(files);
            assertThat(Files.readString(caddyfile)).isEqualTo(CADDYFILE);
            assertThat(get(engine, "sonarr.lan")).isEmpty();

            killAt(again, Operation.ReloadFiles.class::isInstance);
            Migration third = project.migration(gateway);
            RunOutcome outcome = third.resume(third.openRun().orElseThrow(), event -> {}, new RunControl());

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(Stream.of(80, 8989, 7878).filter(port -> quietly(engine, port)))
                    .containsExactly(80);
            assertThat(get(engine, "sonarr.lan")).endsWith("answers");
            assertThat(third.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.inspected().everything()).isEqualTo(before);
        }
        project.stack().compose("down");
    }

    private static void voyage(PrivateEngine engine, VoyageProject project, String file, String takenUp)
            throws Exception {
        Path caddyfile = project.stack().directory().resolve(file);
        project.start(3);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            InspectedEngine inspected = project.inspected();
            String before = inspected.everything();
            String started = inspected.startedAt("caddy");
            Map<String, String> files = project.files();
            assertThat(get(engine, "start.lan")).endsWith("answers");
            assertThat(get(engine, "sonarr.lan")).isEmpty();
            assertThat(Stream.of(80, 8989, 7878).filter(port -> quietly(engine, port)))
                    .containsExactly(80, 8989, 7878);
            MigrationSession session = migration.session("2");
            assertThat(actions(session.review()))
                    .startsWith(
                            "1 file: write " + file,
                            "caddy: " + takenUp,
                            "radarr: ask caddy for http://radarr.lan/",
                            "sonarr: ask caddy for http://sonarr.lan/");

            RunOutcome outcome = session.apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(Files.readString(caddyfile)).isEqualTo(CADDYFILE + """

                http://radarr.lan {
                \treverse_proxy radarr:7878
                }

                http://sonarr.lan {
                \treverse_proxy sonarr:8989
                }
                """);
            assertThat(Stream.of(80, 8989, 7878).filter(port -> quietly(engine, port)))
                    .containsExactly(80);
            assertThat(get(engine, "sonarr.lan")).endsWith("answers").isNotEqualTo(get(engine, "radarr.lan"));
            assertThat(get(engine, "start.lan")).endsWith("answers");
            assertThat(inspected.startedAt("caddy").equals(started)).isEqualTo(!takenUp.equals("restart"));

            RunOutcome back = migration.rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(Files.readString(caddyfile)).isEqualTo(CADDYFILE);
            assertThat(project.files()).isEqualTo(files);
            assertThat(inspected.everything()).isEqualTo(before);
            assertThat(get(engine, "start.lan")).endsWith("answers");
            assertThat(get(engine, "sonarr.lan")).isEmpty();
            assertThat(Stream.of(80, 8989, 7878).filter(port -> quietly(engine, port)))
                    .containsExactly(80, 8989, 7878);
        }
        project.stack().compose("down");
    }

    private static boolean quietly(PrivateEngine engine, int port) {
        try {
            return open(engine, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
