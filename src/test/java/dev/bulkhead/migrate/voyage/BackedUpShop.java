package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The backup service of iteration 7 with the real restic on a real engine: its restore test, a restore by the lines that are
 * handed out after everything was lost, a place that is not there, and the way back.
 */
abstract class BackedUpShop {

    private static final String COMPOSE = """
            name: backed

            services:
              store:
                image: postgres:17
                container_name: store
                volumes:
                  - kept:/var/lib/postgresql/data

            volumes:
              kept: {}
            """;

    private static final String DATA = "/var/lib/postgresql/data";

    private final PrivateEngine engine;

    BackedUpShop(PrivateEngine engine) {
        this.engine = engine;
    }

    private String inStore(String line) throws Exception {
        return engine.docker("exec", "store", "sh", "-c", line);
    }

    /** Nothing but backups, so that nothing else is waited for. */
    private static Answers backupsTo(String place, MigrationSession session) throws Exception {
        Answers answers = session.answers().withValue("backup", place);
        for (Question question : session.questions()) {
            if (question instanceof Question.Table table && !table.id().equals("volume")) {
                for (Question.Row row : table.rows()) {
                    answers = answers.withValue(row.id(), row.offered().contains("keep") ? "keep" : "leave");
                }
            }
        }
        return answers;
    }

    @Test
    void whatWasBackedUpIsThereAgainAfterEverythingWasLost() throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("backed"), "shop");
        Path place = engine.folder("place");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        StandInImages.provide(engine, "postgres:17");
        ProgramImages.restic(engine, "restic/restic:0.18.0");
        SampleStack stack = new SampleStack(engine, directory, Map.of());
        VoyageProject project = new VoyageProject(stack);
        project.start(0);
        inStore("mkdir -p " + DATA + "/base && echo precious > " + DATA + "/base/1 && chown 70:70 " + DATA
                + "/base/1 && chmod 600 " + DATA + "/base/1 && head -c 3000000 /dev/zero > " + DATA + "/big");
        SortedMap<String, String> files = project.files();
        String containers = engine.docker("ps", "-a", "--format", "{{.Names}}");
        try (DockerGateway gateway = project.gateway()) {
            MigrationSession lost = project.migration(gateway).session("7");
            lost.answer(backupsTo(place.resolve("not-there").toString(), lost));
            assertThat(lost.apply(event -> {}).report().orElseThrow().result().issues())
                    .contains("\"Back up volumes\" was taken back alone; everything else goes on.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(engine.docker("ps", "-a", "--format", "{{.Names}}")).isEqualTo(containers);

            MigrationSession session = project.migration(gateway).session("7");
            session.answer(backupsTo(place.toString(), session));
            List<Handout> handouts = session.review().goal().handouts();
            RunOutcome outcome = session.apply(event -> {});

            assertThat(outcome.report().orElseThrow().result().issues()).isEmpty();
            assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
            String container = "backed-volume-backup-1";
            String password = Files.readString(directory.resolve("secrets/backup_password"))
                    .strip();
            assertThat(password).hasSize(40);
            assertThat(engine.docker("inspect", container) + engine.docker("logs", container))
                    .contains("files were backed up, restored, compared and removed again")
                    .doesNotContain(password);
            assertThat(engine.docker("exec", container, "sh", "-c", "ls /tmp")).doesNotContain("restore-test");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(engine.docker("logs", container)).contains("backed up at"));
            assertThat(engine.docker("exec", container, "restic", "--no-cache", "snapshots", "--json"))
                    .contains("\"tags\":[\"volumes\"]")
                    .doesNotContain("restore-test");

            inStore("rm -rf " + DATA + "/base " + DATA + "/big");
            stack.compose("stop", "store");
            String restore = handouts.stream()
                    .flatMap(handout -> handout.lines().stream())
                    .filter(line -> line.contains(":/back/data/kept"))
                    .findFirst()
                    .orElseThrow();
            stack.compose(restore.substring("docker compose ".length()).split(" "));
            stack.compose("start", "store");
            assertThat(inStore("cat " + DATA + "/base/1; stat -c '%u:%g %a' " + DATA + "/base/1; wc -c < " + DATA
                            + "/big"))
                    .isEqualTo("precious\n70:70 600\n3000000\n");

            RunOutcome back = project.migration(gateway).rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(place.resolve("config")).exists();
        } finally {
            stack.compose("down", "--remove-orphans", "-v");
        }
    }
}
