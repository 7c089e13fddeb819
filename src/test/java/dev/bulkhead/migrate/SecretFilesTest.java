package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secret files are written when a run comes to them, and their values stand nowhere else. */
class SecretFilesTest {

    private static final String PLANTED = "planted-Zq81-value";

    private static final String COMPOSE = """
            name: shop
            services:
              db:
                image: postgres:17
                environment:
                  - POSTGRES_PASSWORD=planted-Zq81-value
            """;

    private static final String PLAYBOOK = """
            id: hide
            name: hide
            title: Hide Secrets
            objective: Files of their own.
            risk: low
            available: true
            phases:
              - title: Hide
                join: recreate
                actions:
                  - write-secret: {file: secrets/db, from: services/db/environment/POSTGRES_PASSWORD}
                  - write-secret: {file: secrets/session, generate: hex, length: 64, mode: "440"}
                  - write-secret: {file: secrets/token, ask: dns-token, what: The token of your DNS provider}
                  - add-secret: {name: db, body: {file: ./secrets/db}}
                  - set: {service: db, field: secrets, value: [db]}
                  - set: {service: db, field: environment/POSTGRES_PASSWORD_FILE, value: /run/secrets/db}
                  - remove: {service: db, field: environment/POSTGRES_PASSWORD}
            """;

    private final Path directory;
    private final PracticeProject project;

    SecretFilesTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Playbook read = new PlaybookReader().read("hide.yml", PLAYBOOK);
        this.project = new PracticeProject(
                directory,
                new CatalogueAndPlaybooks(CatalogueAndPlaybooks.bundled().catalogue(), List.of(read)));
    }

    private RunOutcome apply() throws Exception {
        MigrationSession session = project.migration.session("hide");
        session.control().give("dns-token", "given-Xw72-value");
        return session.apply(event -> {});
    }

    @Test
    void eachValueStandsInItsOwnFileAndNowhereElse() throws Exception {
        assertThat(apply().sentence()).isEqualTo("Done and verified.");

        assertThat(project.text("secrets/db")).isEqualTo(PLANTED);
        assertThat(project.text("secrets/token")).isEqualTo("given-Xw72-value");
        assertThat(project.text("secrets/session")).matches("[0-9a-f]{64}");
        assertThat(mode("secrets")).isEqualTo("rwx------");
        assertThat(mode("secrets/db")).isEqualTo("r--------");
        assertThat(mode("secrets/session")).isEqualTo("r--r-----");
        Map<String, List<String>> found = new TreeMap<>();
        for (String value : List.of(PLANTED, "given-Xw72-value", project.text("secrets/session"))) {
            found.put(value, holding(value));
        }
        assertThat(found)
                .isEqualTo(Map.of(
                        // the restore point keeps what the file held and what the engine had
                        PLANTED,
                        List.of(
                                ".bulkhead/restore-points/0001-20260105-140210-hide/engine",
                                ".bulkhead/restore-points/0001-20260105-140210-hide/files/0-found",
                                "secrets/db"),
                        "given-Xw72-value",
                        List.of("secrets/token"),
                        project.text("secrets/session"),
                        List.of("secrets/session")));
    }

    @Test
    void theWayBackTakesThemAwayAndTheNextRunFindsWhatWasMadeAgain() throws Exception {
        apply();
        String made = project.text("secrets/session");

        project.migration.rollback(Optional.empty(), event -> {});

        assertThat(project.text("compose.yml")).isEqualTo(COMPOSE);
        assertThat(directory.resolve("secrets")).doesNotExist();
        // the moved one stands in the old files again
        assertThat(directory.resolve(".bulkhead/set-aside/secrets/db")).doesNotExist();
        assertThat(directory.resolve(".bulkhead/set-aside/secrets/session")).hasContent(made);

        apply();

        assertThat(project.text("secrets/session")).isEqualTo(made);
        assertThat(directory.resolve(".bulkhead/set-aside/secrets/session")).doesNotExist();
    }

    @Test
    void aSecretThatWasChangedMeanwhileIsSetAsideWithTheWayBack() throws Exception {
        apply();
        Path file = directory.resolve("secrets/db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "changed-by-hand");

        project.migration.rollback(Optional.empty(), event -> {});

        assertThat(file).doesNotExist();
        assertThat(directory.resolve(".bulkhead/set-aside/secrets/db")).hasContent("changed-by-hand");
    }

    @Test
    void aFileThatIsThereIsKeptAndNotPlanned() throws Exception {
        Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(directory.resolve("secrets/session"), "mine");

        String plan = project.migration.session("hide").review().plan().text();
        apply();
        project.migration.rollback(Optional.empty(), event -> {});

        assertThat(plan)
                .contains("write secrets/db (moved from db/environment/POSTGRES_PASSWORD; mode 0400), secrets/token"
                        + " (given when it is applied: The token of your DNS provider; mode 0400)")
                .doesNotContain("secrets/session", PLANTED);
        assertThat(project.text("secrets/session")).isEqualTo("mine");
    }

    @Test
    void nothingIsStartedWithoutASecretThatHasToBeGiven() throws Exception {
        MigrationSession session = project.migration.session("hide");

        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Nothing was started: The token of your DNS provider was not given; set the environment"
                        + " variable BULKHEAD_SECRET_DNS_TOKEN and try again.");
        assertThat(project.text("compose.yml")).isEqualTo(COMPOSE);
        assertThat(directory.resolve(".bulkhead")).doesNotExist();
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    /** Returns the files of the project that hold a text, those of records included. */
    private List<String> holding(String text) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
