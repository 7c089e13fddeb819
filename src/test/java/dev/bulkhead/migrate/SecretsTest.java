package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.restore.NormalisedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(project.text("compose.yml")).isEqualTo("""
                name: shop
                services:
                  db:
                    image: postgres:17
                    environment:
                      POSTGRES_USER: shop
                      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
                    secrets:
                      - db_password
                    healthcheck:
                      test: ["CMD-SHELL", "PGPASSWORD=$$(cat /run/secrets/db_password) pg_isready"]
                """);
        assertThat(project.text("secrets/db_password")).isEqualTo("planted-Database-55");

        project.migration.rollback(Optional.empty(), event -> {});

        assertThat(files()).isEqualTo(bytes);
        assertThat(NormalisedState.of(project.engine.observe(), "shop")).isEqualTo(engine);
    }

    private Map<String, String> files() throws IOException {
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
