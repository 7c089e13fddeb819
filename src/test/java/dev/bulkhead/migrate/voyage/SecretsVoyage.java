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
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Iteration 5 with programs that really read their secrets: into files that each can read, and back to the byte. */
abstract class SecretsVoyage {

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
        VoyageProject project = Vault.project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        try (DockerGateway gateway = project.gateway()) {
            SortedMap<String, String> bytes = Vault.files(directory);
            String before = project.inspected().everything();
            SortedMap<String, String> known = Vault.known(engine);
            Migration migration = project.migration(gateway);

            RunOutcome outcome = session(migration).apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            // each program knows what it knew
            assertThat(Vault.known(engine)).isEqualTo(known);
            assertThat(Vault.owners(directory.resolve("secrets")))
                    .isEqualTo(Map.of(
                            ".", "rwx------ 0:0",
                            "db_password", "r-------- 0:0",
                            "panel_password", "r-------- 472:0",
                            "api_api_token", "r-------- 0:0",
                            "wiki_app_key", "r-------- 0:0"));
            for (Map.Entry<String, String> value : Vault.VALUES.entrySet()) {
                assertThat(engine.docker("inspect", value.getKey())
                                + engine.docker("top", value.getKey())
                                + engine.docker("logs", value.getKey()))
                        .doesNotContain(value.getValue());
            }
            assertThat(Vault.holding(directory, Vault.VALUES.values()))
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
                          FILE__APP_KEY: /run/secrets/wiki_app_key

                    secrets:
                      wiki_app_key:
                        file: ../secrets/wiki_app_key
                    """);
            project.expectComposeContent();
            rotate(engine, migration, directory, known);

            assertThat(migration
                            .rollback(
                                    Optional.of(
                                            migration.restorePoints().getLast().id()),
                                    event -> {})
                            .sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(Vault.files(directory)).isEqualTo(bytes);
            assertThat(project.inspected().everything()).isEqualTo(before);
        }
        project.stack().compose("down");
    }

    @Test
    void aFileThatItsContainerCannotReadIsFoundBeforeAnythingIsMadeAnew(PrivateEngine engine) throws Exception {
        VoyageProject project = Vault.project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        Path closed = Files.createDirectories(directory.resolve("secrets")).resolve("panel_password");
        Files.writeString(closed, "planted-Panel-66");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r--------"));
        try (DockerGateway gateway = project.gateway()) {
            String panel = project.inspected().startedAt("panel");
            SortedMap<String, String> bytes = Vault.files(directory);

            RunOutcome outcome = session(project.migration(gateway)).apply(event -> {});

            assertThat(outcome.sentence())
                    .contains("secrets of panel: user 472:0, as whom the container runs, cannot read"
                            + " secrets/panel_password; give it to that user: chown 472:0 secrets/panel_password.");
            assertThat(project.inspected().startedAt("panel")).isEqualTo(panel);
            assertThat(Vault.files(directory)).isEqualTo(bytes);
        }
        project.stack().compose("down");
    }

    @Test
    void aRunThatIsKilledGoesOnAndAnotherGoesBack(PrivateEngine engine) throws Exception {
        VoyageProject project = Vault.project(engine);
        Path directory = project.stack().directory();
        project.start(5);
        try (DockerGateway gateway = project.gateway()) {
            SortedMap<String, String> bytes = Vault.files(directory);
            String before = project.inspected().everything();
            killAt(
                    project.migration(gateway),
                    operation -> operation instanceof Operation.RecreateServices(var services, var _)
                            && services.contains("db"));
            Migration again = project.migration(gateway);

            assertThat(again.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(Vault.files(directory)).isEqualTo(bytes);
            assertThat(project.inspected().everything()).isEqualTo(before);

            SortedMap<String, String> known = Vault.known(engine);
            killAt(
                    again,
                    operation -> operation instanceof Operation.WriteFiles write
                            && write.changes().stream()
                                    .anyMatch(change -> change.name().equals(".env")));
            Migration third = project.migration(gateway);
            RunOutcome outcome = third.resume(third.openRun().orElseThrow(), event -> {}, new RunControl());

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(Vault.known(engine)).isEqualTo(known);
            assertThat(third.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(Vault.files(directory)).isEqualTo(bytes);
        }
        project.stack().compose("down");
    }

    /** The database is told the new password inside, the panel takes its own up; nobody else knows of it. */
    private static void rotate(
            PrivateEngine engine, Migration migration, Path directory, SortedMap<String, String> known)
            throws Exception {
        SortedMap<String, String> ids = new InspectedEngine(engine).ids();
        MigrationSession session = migration.session("rotate");
        session.answer(
                session.answers().withValue("rotate.db_password", "renew").withValue("rotate.wiki_app_key", "renew"));

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        SortedMap<String, String> now = Vault.known(engine);
        assertThat(now).extractingByKeys("api", "panel").containsExactly(known.get("api"), known.get("panel"));
        assertThat(now.get("db")).isEqualTo(Vault.sha256(directory.resolve("secrets/db_password")));
        assertThat(now.get("wiki")).isEqualTo(Vault.sha256(directory.resolve("secrets/wiki_app_key")));
        assertThat(now.values()).doesNotContain(known.get("db"), known.get("wiki"));
        assertThat(new InspectedEngine(engine).ids()).isEqualTo(ids);

        assertThat(migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");

        assertThat(Vault.known(engine)).isEqualTo(known);
        assertThat(Vault.holding(directory, Vault.VALUES.values())).hasSize(Vault.VALUES.size());
    }
}
