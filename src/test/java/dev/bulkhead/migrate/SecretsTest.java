package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.report.PlanJson;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.SecretValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iteration 5 on the practice engine: what everybody sees moves into files of its own, and back. */
class SecretsTest {

    private static final String COMPOSE = """
            name: shop
            services:
              db:
                image: postgres:17
                environment:
                  POSTGRES_USER: shop
                  POSTGRES_PASSWORD: ${DB_PASSWORD:?set it}
                healthcheck:
                  test: ["CMD-SHELL", "PGPASSWORD=$$POSTGRES_PASSWORD pg_isready"]
              api:
                image: example/api:1
                environment:
                  DATABASE_URL: postgres://shop:${DB_PASSWORD}@db/shop
                  SESSION_SECRET: planted-Session-71
                command: ["serve", "--admin-token=planted-Token-93"]
              grafana:
                image: grafana/grafana:11
                environment:
                  - GF_SECURITY_ADMIN_PASSWORD=${GRAFANA_PASSWORD}
                  - GF_SERVER_ROOT_URL=http://grafana.lan
              wiki:
                image: lscr.io/linuxserver/bookstack:24
                env_file: wiki.env
            """;

    private static final String ENV = """
            # where it is reached
            DOMAIN=shop.lan
            DB_PASSWORD=planted-Database-55
            GRAFANA_PASSWORD=change-me-grafana
            """;

    private final Path directory;

    SecretsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve(".env"), ENV);
        Files.writeString(directory.resolve("wiki.env"), "APP_URL=http://wiki.lan\nAPP_KEY=planted-Wiki-App-Key-18\n");
    }

    @Test
    void everySecretIsFoundAndNothingIsProposedThatIsNotKnownToWork() throws Exception {
        PracticeProject project = PracticeProject.of(directory, COMPOSE);

        Question.Table table = (Question.Table) project.migration.session("5").questions().stream()
                .filter(Question.Table.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(table.rows())
                .extracting(row -> row.id() + " -> " + row.proposed() + " of " + row.offered() + ": " + row.why())
                .containsExactly(
                        "secrets.api.DATABASE_URL -> keep of [as-file, keep]: Nothing is known of its image reading"
                                + " DATABASE_URL from a file; its documentation may name a variable for it.",
                        "secrets.api.SESSION_SECRET -> keep of [as-file, keep]: Nothing is known of its image reading"
                                + " SESSION_SECRET from a file; its documentation may name a variable for it.",
                        "secrets.api.command.admin-token -> keep of [keep]: The list of processes shows it to everybody"
                                + " on the host; let the program read it from a configuration file or a variable for"
                                + " files instead.",
                        "secrets.db.POSTGRES_PASSWORD -> move of [move, keep]: Its image reads the file that"
                                + " POSTGRES_PASSWORD_FILE names.",
                        "secrets.grafana.GF_SECURITY_ADMIN_PASSWORD -> move of [move, keep]: Its value is what examples"
                                + " put in the place of one; it lives on in a volume, so rotate it afterwards. Its image"
                                + " reads the file that GF_SECURITY_ADMIN_PASSWORD__FILE names.",
                        "secrets.wiki.APP_KEY -> move of [move, keep]: Its image reads the file that FILE__APP_KEY"
                                + " names.");
    }

    @Test
    void whatIsMovedStandsInItsFileAndIsTakenBackToTheByte() throws Exception {
        PracticeProject project = PracticeProject.of(directory, COMPOSE);
        Map<String, String> bytes = files();
        NormalisedState engine = NormalisedState.of(project.engine.observe(), "shop");
        MigrationSession session = project.migration.session("5");
        session.answer(session.answers().withValue("secrets.api.SESSION_SECRET", "as-file"));

        RunOutcome outcome = session.apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(files().keySet())
                .containsExactly(
                        ".env",
                        ".env.example",
                        ".gitignore",
                        "compose.yml",
                        "secrets/api_session_secret",
                        "secrets/db_password",
                        "secrets/grafana_password",
                        "secrets/wiki_app_key",
                        "wiki.env");
        assertThat(project.text("compose.yml")).isEqualTo("""
                name: shop
                services:
                  db:
                    image: postgres:17
                    environment:
                      POSTGRES_USER: shop
                      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
                    healthcheck:
                      test: ["CMD-SHELL", "PGPASSWORD=$$(cat /run/secrets/db_password) pg_isready"]
                    secrets:
                      - db_password
                  api:
                    image: example/api:1
                    environment:
                      DATABASE_URL: postgres://shop:${DB_PASSWORD}@db/shop
                      SESSION_SECRET_FILE: /run/secrets/api_session_secret
                    command: ["serve", "--admin-token=planted-Token-93"]
                    secrets:
                      - api_session_secret
                  grafana:
                    image: grafana/grafana:11
                    environment:
                      - GF_SERVER_ROOT_URL=http://grafana.lan
                      - GF_SECURITY_ADMIN_PASSWORD__FILE=/run/secrets/grafana_password
                    secrets:
                      - grafana_password
                  wiki:
                    image: lscr.io/linuxserver/bookstack:24
                    env_file: wiki.env
                    secrets:
                      - wiki_app_key
                    environment:
                      - FILE__APP_KEY=/run/secrets/wiki_app_key

                secrets:
                  grafana_password:
                    file: ./secrets/grafana_password
                  wiki_app_key:
                    file: ./secrets/wiki_app_key
                  api_session_secret:
                    file: ./secrets/api_session_secret
                  db_password:
                    file: ./secrets/db_password
                """);
        assertThat(project.text("secrets/db_password")).isEqualTo("planted-Database-55");
        assertThat(project.text("secrets/wiki_app_key")).isEqualTo("planted-Wiki-App-Key-18");
        assertThat(project.text("wiki.env")).isEqualTo("APP_URL=http://wiki.lan\n");
        // another variable still needs the database's password
        assertThat(project.text(".env"))
                .isEqualTo("# where it is reached\nDOMAIN=shop.lan\nDB_PASSWORD=planted-Database-55\n");
        assertThat(project.text(".env.example"))
                .isEqualTo("# Copy to .env and fill in. What is a secret stands in a file of its own.\n"
                        + "# where it is reached\nDOMAIN=\n");
        assertThat(project.text(".gitignore")).isEqualTo("/.env\n/secrets/\n");

        project.migration.rollback(Optional.empty(), event -> {});

        assertThat(files()).isEqualTo(bytes);
        assertThat(NormalisedState.of(project.engine.observe(), "shop")).isEqualTo(engine);
    }

    @Test
    void noPlanReviewReportOrRecordHoldsAValueButTheRestorePoint() throws Exception {
        PracticeProject project = PracticeProject.of(directory, COMPOSE);
        MigrationSession session = project.migration.session("5");
        Review review = session.review();
        String told = review.plan().text()
                + PlanJson.write(review.plan(), review.effect())
                + review.goal().notes()
                + review.goal().handouts()
                + session.keep(review).write()
                + review.patch().changes().stream()
                        .map(change -> change.shownBy(review.secrets()::mask))
                        .map(change ->
                                change.before().orElse("") + change.after().orElse(""))
                        .toList();

        session.apply(event -> {});

        List<String> values = List.of(
                "planted-Session-71",
                "planted-Token-93",
                "planted-Database-55",
                "change-me-grafana",
                "planted-Wiki-App-Key-18");
        assertThat(values).noneMatch(told::contains);
        try (Stream<Path> all = Files.walk(directory.resolve(".bulkhead"))) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(file -> values.stream().anyMatch(text(file)::contains))
                            .map(file -> directory.relativize(file).toString())
                            .toList())
                    .isNotEmpty()
                    .allMatch(file -> file.startsWith(".bulkhead/restore-points/"));
        }
    }

    @Test
    void whatStandsInAFileIsMaskedAsBefore() throws Exception {
        PracticeProject project = PracticeProject.of(directory, COMPOSE);
        project.migration.session("5").apply(event -> {});

        SecretValues secrets = new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(directory))
                .secrets();

        assertThat(secrets.mask("connect with planted-Wiki-App-Key-18")).isEqualTo("connect with ***");
    }

    @Test
    void notesSayWhatStaysAndWhatIsWeak() throws Exception {
        PracticeProject project = PracticeProject.of(directory, COMPOSE);

        Review review = project.migration.session("5").review();

        assertThat(review.goal().notes())
                .contains(
                        "DB_PASSWORD stays in .env: DATABASE_URL of api needs it there.",
                        "The value of GF_SECURITY_ADMIN_PASSWORD of grafana is what examples put in the place of one; it"
                                + " lives on in a volume and must not change alone: rotate it once it is moved.",
                        "admin-token in the command of api stays where everybody sees it. The list of processes shows it"
                                + " to everybody on the host; let the program read it from a configuration file or a"
                                + " variable for files instead.");
        assertThat(review.goal().handouts())
                .extracting(Handout::lines)
                .first()
                .asInstanceOf(LIST)
                .contains(
                        "POSTGRES_PASSWORD of db: secrets/db_password, mode 0400",
                        "GF_SECURITY_ADMIN_PASSWORD of grafana: secrets/grafana_password, mode 0400, of user 472:0",
                        "SESSION_SECRET of api: stays in the environment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediaserver", "hydra", "medianest"})
    void samplesAreLedOnAndBackToTheByte(String sample) throws Exception {
        Path copy = SampleFiles.copy(sample, Files.createDirectories(directory.resolve("copy")));
        PracticeProject project = new PracticeProject(copy);
        Map<String, String> bytes = files(copy);

        RunOutcome outcome = project.migration.session("5").apply(event -> {});
        List<String> open = project.migration.session("5").questions().stream()
                .filter(Question.Table.class::isInstance)
                .flatMap(table -> ((Question.Table) table).rows().stream())
                .filter(row -> row.offered().contains("move"))
                .map(Question.Row::id)
                .toList();
        project.migration.rollback(Optional.empty(), event -> {});

        assertThat(outcome.sentence()).isIn("Done and verified.", "Nothing to do.");
        assertThat(open).isEmpty();
        assertThat(files(copy)).isEqualTo(bytes);
    }

    private Map<String, String> files() throws IOException {
        return files(directory);
    }

    private static Map<String, String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(directory.resolve(".bulkhead")))
                    .collect(Collectors.toMap(
                            file -> directory.relativize(file).toString(),
                            SecretsTest::text,
                            (a, b) -> b,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
