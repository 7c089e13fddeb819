package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.testing.StartsProcesses;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsProcesses
class InterruptedSaveTest {

    @TempDir
    private Path directory = Path.of("");

    /** Saves one project again and again, in turn as an old and as a new one, until the process is killed. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] words) throws Exception {
            Path project = Path.of(words[0]);
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                for (String name : List.of("compose.yaml", "networks.yaml")) {
                    assertThat(project.resolve(name)).exists();
                }
                TopologyDocument document = TopologyDocument.open(ComposeRequest.of(project), new DiskFileTree());
                String from = i % 2 == 0 ? "front" : "edge";
                String to = i % 2 == 0 ? "edge" : "front";
                document.apply(new TopologyEdit.RenameNetwork(from, to));
                if (!(document.save() instanceof SaveResult.Saved)) {
                    System.exit(3);
                }
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    @Test
    void openingAfterAKillFindsOneStateAndNeverHalfOfEach() throws Exception {
        for (int round = 0; round < 4; round++) {
            Path project = Files.createDirectory(directory.resolve("project" + round));
            Files.writeString(
                    project.resolve("compose.yaml"),
                    "include: [networks.yaml]\nservices:\n  web: {image: nginx, networks: [front]}\n");
            Files.writeString(project.resolve("networks.yaml"), "networks:\n  front: {}\n");
            killWhileSaving(project, 5 + 3 * round);

            TopologyDocument document = TopologyDocument.open(ComposeRequest.of(project), new DiskFileTree());

            String network = document.project()
                    .topology()
                    .service("web")
                    .orElseThrow()
                    .attachments()
                    .getFirst()
                    .network();
            assertThat(document.project().requireSound().topology().networks().keySet())
                    .containsExactly(network);
            assertThat(ProjectDirectory.of(project).transactionDirectory()).doesNotExist();
        }
    }

    private static void killWhileSaving(Path project, int saves) throws Exception {
        Path output = Files.createTempFile("saves", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator,
                        Saver.class.getName(),
                        project.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> Files.size(output) >= saves);
        } finally {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
            Files.delete(output);
        }
    }

    @Test
    void aSaveOfAnotherProcessIsLeftToIt() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n  web: {image: nginx}\n");
        ProjectDirectory state = ProjectDirectory.of(directory);
        state.create();
        Files.createDirectory(state.transactionDirectory());
        Path record = Files.writeString(state.transactionDirectory().resolve("staged"), "half", StandardCharsets.UTF_8);

        try (ExclusiveLock lock =
                ExclusiveLock.tryTake(state.lockFile()).orElseThrow(() -> new AssertionError("the lock is taken"))) {
            assertThat(lock).isNotNull();
            TopologyDocument.open(ComposeRequest.of(directory), new DiskFileTree());
        }

        assertThat(record).exists();
    }
}
