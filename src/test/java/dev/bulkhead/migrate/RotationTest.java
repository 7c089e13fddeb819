package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.run.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotation: another value in a secret's file, told to what keeps it inside and taken up by whoever reads it. */
class RotationTest {

    private static final String COMPOSE = """
            name: shop
            services:
              db:
                image: postgres:17
                environment: {POSTGRES_PASSWORD_FILE: /run/secrets/db_password}
                secrets: [db_password]
              api:
                image: example/api:1
                environment: {DB_PASSWORD_FILE: /run/secrets/db_password}
                secrets: [db_password, mail_token]
              store:
                image: mariadb:11
                environment: {MARIADB_ROOT_PASSWORD_FILE: /run/secrets/store_password}
                secrets: [store_password]
              old:
                image: example/old:1
                environment: {CACHE_URL: "redis://:planted-Cache-31@cache"}
              cache:
                image: redis:7
                secrets: [cache_password]
            secrets:
              db_password: {file: ./secrets/db_password}
              mail_token: {file: ./secrets/mail_token}
              store_password: {file: ./secrets/store_password}
              cache_password: {file: ./secrets/cache_password}
            """;

    private final Path directory;
    private final PracticeProject project;

    RotationTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        Files.createDirectories(directory.resolve("secrets"));
        secret("db_password", "changeme");
        secret("mail_token", "planted-Mail-Token-81");
        secret("store_password", "password");
        secret("cache_password", "planted-Cache-31");
        this.project = PracticeProject.of(directory, COMPOSE);
    }

    private void secret(String name, String value) throws IOException {
        Files.writeString(directory.resolve("secrets").resolve(name), value);
    }

    @Test
    void eachFileIsOfferedWhatIsKnownToWork() throws Exception {
        Question.Table table =
                (Question.Table) project.migration.session("rotate").questions().getFirst();

        assertThat(table.rows())
                .extracting(row -> row.thing() + " -> " + row.proposed() + " of " + row.offered() + ": " + row.why())
                .containsExactly(
                        "db_password, read by api, db -> renew of [renew, given, keep]: Its value is what examples put in"
                                + " the place of one. db keeps it inside and is told the new value there; the others"
                                + " restart.",
                        "mail_token, read by api -> keep of [given, keep]: Somebody else gives it out: get a new one"
                                + " there first.",
                        "store_password, read by store -> keep of [keep]: Its value is among the first that are guessed."
                                + " store (mariadb -u root -p, then ALTER USER for each host of the user) keeps the value in a volume since its first start, and how it is told another is"
                                + " not known here: change it inside, then write the same into the file and restart whoever"
                                + " reads it.",
                        "cache_password, read by cache -> keep of [keep]: The same value stands in CACHE_URL of old,"
                                + " which would no longer be right; move that into a file as well, or change it by hand.");
    }

    @Test
    void theValueBeforeGoesWithTheRunThatCouldBeGoneBackFrom() throws Exception {
        renew("mail_token");
        renew("mail_token");
        assertThat(holding("planted-Mail-Token-81")).containsExactly(".bulkhead/set-aside/secrets/mail_token.was-1");

        Pruned pruned = project.migration.prune(1);

        assertThat(pruned.runs()).hasSize(1);
        assertThat(pruned.secrets()).containsExactly("secrets/mail_token.was-1");
        assertThat(holding("planted-Mail-Token-81")).isEmpty();
        assertThat(holding("given-mail_token")).isNotEmpty();
        project.migration.rollback(Optional.empty(), event -> {});
        assertThat(project.text("secrets/mail_token")).isEqualTo("given-mail_token");
    }

    private void renew(String key) throws Exception {
        MigrationSession session = project.migration.session("rotate");
        session.answer(session.answers().withValue("rotate.db_password", "keep").withValue("rotate." + key, "given"));
        session.control().give(key, "given-" + key);
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
    }

    @Test
    void aContainerThatCannotBeStartedAgainIsMadeAnewFromTheFiles() throws Exception {
        Migration migration = project.migrationOn(plain -> Engine.answeredBy(call -> {
            if (call.method().getName().equals("restart")) {
                plain.containers().stop(String.valueOf(call.arguments().getFirst()), Duration.ZERO);
                throw new EngineException(
                        EngineException.Kind.REFUSED, "The bind source path of the container does not exist.");
            }
            return call.on(plain);
        }));
        MigrationSession session = migration.session("rotate");
        session.answer(
                session.answers().withValue("rotate.db_password", "keep").withValue("rotate.mail_token", "given"));
        session.control().give("mail_token", "given-mail_token");

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(project.engine().observe().containers("shop", "api"))
                .extracting(container -> container.status().state())
                .containsExactly(ObservedContainer.RunState.RUNNING);
    }

    @Test
    void aNewValueThatWentBackIsNotShown() throws Exception {
        MigrationSession session = project.migration.session("rotate");
        session.review();
        project.engine.faults().answer("shop-db-1", List.of("none"), 0);

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(project.text("secrets/db_password")).isEqualTo("changeme");
        assertThat(session.control().fresh().take()).isEmpty();
    }

    /** Returns the files of the project that hold a text, those of records included. */
    private List<String> holding(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(directory.relativize(file).toString());
                }
            }
        }
        return found;
    }

    @Test
    void theNewValueIsTakenUpAndTheWayBackGivesTheOldOne() throws Exception {
        MigrationSession session = project.migration.session("rotate");
        session.answer(session.answers().withValue("rotate.mail_token", "given"));
        session.control().give("mail_token", "given-Mail-Token-82");
        session.review().plan().steps().stream()
                .map(PlanStep::operation)
                .filter(Operation.ReloadFiles.class::isInstance)
                .forEach(told ->
                        project.engine.faults().answer("shop-db-1", ((Operation.ReloadFiles) told).command(), 0));
        assertThat(session.review().plan().steps())
                .extracting(step -> step.operation().subject() + ": "
                        + step.operation().action().replaceAll("printf.*", "..."))
                .filteredOn(text -> !text.contains("wait until"))
                .containsExactly(
                        "1 secret: put another value into secrets/db_password (made anew, 32 letters and digits)",
                        "db: read its files anew: sh -c ...",
                        "api: restart",
                        "api: look whether the value of secrets/db_password shows anywhere else",
                        "db: look whether the value of secrets/db_password shows anywhere else",
                        "1 secret: put another value into secrets/mail_token (given when it is applied: The new value of"
                                + " mail_token)",
                        "api: restart",
                        "api: look whether the value of secrets/mail_token shows anywhere else");

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        String first = project.text("secrets/db_password");
        assertThat(first).matches("[A-Za-z0-9]{32}");
        assertThat(session.control().fresh().take()).isEqualTo(Map.of("secrets/db_password", first));
        assertThat(session.control().fresh().take()).isEmpty();
        assertThat(holding(first)).containsExactly("secrets/db_password");
        assertThat(project.text("secrets/mail_token")).isEqualTo("given-Mail-Token-82");
        assertThat(project.text(".bulkhead/set-aside/secrets/db_password.was-1"))
                .isEqualTo("changeme");
        assertThat(project.text("compose.yml")).isEqualTo(COMPOSE);

        MigrationSession again = project.migration.session("rotate");
        again.answer(again.answers().withValue("rotate.db_password", "renew").withValue("rotate.mail_token", "keep"));
        assertThat(again.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(project.text("secrets/db_password"))
                .matches("[A-Za-z0-9]{32}")
                .isNotEqualTo(first);

        project.migration.rollback(Optional.empty(), event -> {});
        assertThat(project.text("secrets/db_password")).isEqualTo(first);
        assertThat(project.migration.prune(2)).isEqualTo(new Pruned(List.of(), List.of()));

        project.migration.rollback(
                Optional.of(project.migration.restorePoints().getLast().id()), event -> {});
        assertThat(project.text("secrets/db_password")).isEqualTo("changeme");
        assertThat(project.text("secrets/mail_token")).isEqualTo("planted-Mail-Token-81");
        assertThat(List.of("db_password", "mail_token"))
                .noneMatch(name -> Files.exists(directory.resolve(".bulkhead/set-aside/secrets/" + name + ".was-1")));
    }
}
