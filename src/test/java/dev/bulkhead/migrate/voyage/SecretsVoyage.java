package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SecretReaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Iteration 5 with programs that really read their secrets: into files that each can read, and back to the byte. */
abstract class SecretsVoyage {

    private static final String COMPOSE = """
            name: vault
            include: [wiki/compose.yml]
            services:
              db:
                image: postgres:17
                container_name: db
                environment:
                  POSTGRES_USER: shop
                  POSTGRES_PASSWORD: ${DB_PASSWORD:?set it}
                healthcheck:
                  test: ["CMD-SHELL", "test -n \\"$$POSTGRES_PASSWORD\\" && test -s /tmp/known"]
                  interval: 1s
              panel:
                image: grafana/grafana:11
                container_name: panel
                environment:
                  - GF_SECURITY_ADMIN_PASSWORD=${PANEL_PASSWORD}
                healthcheck: &quick
                  test: ["CMD", "test", "-s", "/tmp/known"]
                  interval: 1s
              api:
                image: example/api:1
                container_name: api
                environment:
                  API_TOKEN: planted-Token-93
                healthcheck: *quick
              cache:
                image: redis:7
                container_name: cache
                command: ["--requirepass", "planted-Cache-44"]
                healthcheck:
                  test: ["CMD", "true"]
                  interval: 1s
            """;

    private static final String WIKI = """
            services:
              wiki:
                image: lscr.io/linuxserver/bookstack:24
                container_name: wiki
                env_file: wiki.env
                healthcheck:
                  test: ["CMD", "test", "-s", "/tmp/known"]
                  interval: 1s
            """;

    private static final Map<String, String> VALUES = Map.of(
            "db", "planted-Database-55",
            "panel", "planted-Panel-66",
            "api", "planted-Token-93",
            "wiki", "planted-Wiki-App-Key-18");

    private static VoyageProject project(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("vault"), "vault");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.writeString(
                directory.resolve(".env"),
                "TZ=UTC\nDB_PASSWORD=planted-Database-55\nPANEL_PASSWORD=planted-Panel-66\n");
        Files.createDirectories(directory.resolve("wiki"));
        Files.writeString(directory.resolve("wiki/compose.yml"), WIKI);
        Files.writeString(
                directory.resolve("wiki/wiki.env"), "APP_URL=http://wiki.lan\nAPP_KEY=planted-Wiki-App-Key-18\n");
        SecretReaders.provide(engine, "postgres:17", "", "POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE");
        SecretReaders.provide(
                engine, "grafana/grafana:11", "472", "GF_SECURITY_ADMIN_PASSWORD", "GF_SECURITY_ADMIN_PASSWORD__FILE");
        SecretReaders.provide(engine, "example/api:1", "", "API_TOKEN", "");
        SecretReaders.provide(engine, "lscr.io/linuxserver/bookstack:24", "", "APP_KEY", "FILE__APP_KEY");
        ProgramImages.redis(engine, "redis:7");
        return new VoyageProject(new SampleStack(engine, directory, Map.of()));
    }

    private static MigrationSession session(Migration migration) throws Exception {
        MigrationSession session = migration.session("5");
        session.answer(session.answers().withValue("secrets.api.API_TOKEN", "shell"));
        return session;
    }

    /** The end of the process, which nothing in it can catch and go on from. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void killAt(Migration migration, Predicate<Operation> step) throws Exception {
        MigrationSession session = session(migration);
        assertThatThrownBy(() -> session.apply(event -> {
                    if (event instanceof RunEvent.StepStarted begun
                            && step.test(begun.step().operation())) {
                        throw new Kill();
                    }
                }))
                .isInstanceOf(Kill.class);
    }

    @Test
    void eachSecretIsReadFromAFileOfItsOwnAndShowsNowhereElse(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        try (DockerGateway gateway = project.gateway()) {
            SortedMap<String, String> bytes = files(directory);
            String before = project.inspected().everything();
            SortedMap<String, String> known = known(engine);
            Migration migration = project.migration(gateway);

            RunOutcome outcome = session(migration).apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            // each program knows what it knew
            assertThat(known(engine)).isEqualTo(known);
            assertThat(owners(directory.resolve("secrets")))
                    .isEqualTo(Map.of(
                            ".", "rwx------ 0:0",
                            "db_password", "r-------- 0:0",
                            "panel_password", "r-------- 472:0",
                            "api_api_token", "r-------- 0:0",
                            "wiki_app_key", "r-------- 0:0"));
            for (Map.Entry<String, String> value : VALUES.entrySet()) {
                assertThat(engine.docker("inspect", value.getKey())
                                + engine.docker("top", value.getKey())
                                + engine.docker("logs", value.getKey()))
                        .doesNotContain(value.getValue());
            }
            assertThat(holding(directory, VALUES.values()))
                    .containsExactly(
                            "secrets/api_api_token",
                            "secrets/db_password",
                            "secrets/panel_password",
                            "secrets/wiki_app_key");
            assertThat(Files.readString(directory.resolve(".env"))).isEqualTo("TZ=UTC\n");
            assertThat(Files.readString(directory.resolve("wiki/compose.yml"))).isEqualTo("""
                    services:
                      wiki:
                        image: lscr.io/linuxserver/bookstack:24
                        container_name: wiki
                        env_file: wiki.env
                        healthcheck:
                          test: ["CMD", "test", "-s", "/tmp/known"]
                          interval: 1s
                        secrets:
                          - wiki_app_key
                        environment:
                          - FILE__APP_KEY=/run/secrets/wiki_app_key

                    secrets:
                      wiki_app_key:
                        file: ../secrets/wiki_app_key
                    """);
            project.expectComposeContent();

            assertThat(migration.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(files(directory)).isEqualTo(bytes);
            assertThat(project.inspected().everything()).isEqualTo(before);
        }
        project.stack().compose("down");
    }

    @Test
    void aFileThatItsContainerCannotReadIsFoundBeforeAnythingIsMadeAnew(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        Path closed = Files.createDirectories(directory.resolve("secrets")).resolve("panel_password");
        Files.writeString(closed, "planted-Panel-66");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r--------"));
        try (DockerGateway gateway = project.gateway()) {
            String panel = project.inspected().startedAt("panel");
            SortedMap<String, String> bytes = files(directory);

            RunOutcome outcome = session(project.migration(gateway)).apply(event -> {});

            assertThat(outcome.sentence())
                    .contains("secrets of panel: user 472:0, as whom the container runs, cannot read"
                            + " secrets/panel_password; give it to that user: chown 472:0 secrets/panel_password.");
            assertThat(project.inspected().startedAt("panel")).isEqualTo(panel);
            assertThat(files(directory)).isEqualTo(bytes);
        }
        project.stack().compose("down");
    }

    @Test
    void aRunThatIsKilledGoesOnAndAnotherGoesBack(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        try (DockerGateway gateway = project.gateway()) {
            SortedMap<String, String> bytes = files(directory);
            String before = project.inspected().everything();
            killAt(
                    project.migration(gateway),
                    operation -> operation instanceof Operation.RecreateServices(var services, var _)
                            && services.contains("db"));
            Migration again = project.migration(gateway);

            assertThat(again.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(files(directory)).isEqualTo(bytes);
            assertThat(project.inspected().everything()).isEqualTo(before);

            SortedMap<String, String> known = known(engine);
            killAt(
                    again,
                    operation -> operation instanceof Operation.WriteFiles write
                            && write.changes().stream()
                                    .anyMatch(change -> change.name().equals(".env")));
            Migration third = project.migration(gateway);
            RunOutcome outcome = third.resume(third.openRun().orElseThrow(), event -> {}, new RunControl());

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(known(engine)).isEqualTo(known);
            assertThat(third.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(files(directory)).isEqualTo(bytes);
        }
        project.stack().compose("down");
    }

    private static SortedMap<String, String> known(PrivateEngine engine) throws IOException {
        SortedMap<String, String> known = new TreeMap<>();
        for (String container : VALUES.keySet()) {
            known.put(
                    container,
                    engine.docker("exec", container, "cat", "/tmp/known").strip());
        }
        return known;
    }

    private static Map<String, String> owners(Path directory) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.toList()) {
                String name = directory.relativize(file).toString();
                owners.put(
                        name.isEmpty() ? "." : name,
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " "
                                + Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid"));
            }
        }
        return owners;
    }

    private static SortedMap<String, String> files(Path directory) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve(".bulkhead")))
                    .toList()) {
                files.put(
                        directory.relativize(file).toString(),
                        Files.readString(file) + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return files;
    }

    private static List<String> holding(Path directory, Iterable<String> values) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve(".bulkhead/restore-points")))
                    .filter(file -> holds(file, values))
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean holds(Path file, Iterable<String> values) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String value : values) {
                if (text.contains(value)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
