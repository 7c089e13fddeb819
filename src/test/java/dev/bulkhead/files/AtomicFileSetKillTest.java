package dev.bulkhead.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that saves without end, at random moments, and looks at what it left. */
@StartsProcesses
class AtomicFileSetKillTest {

    private static final int KILLS = 12;
    /** On a busy machine most kills come before the first save. */
    private static final int AT_MOST = 100;

    @TempDir
    Path project;

    @Test
    void aKilledProcessLeavesAllFilesOfOneGeneration() throws Exception {
        Files.createDirectory(project.resolve(".state"));
        Random random = new Random(20_260_105);
        int interrupted = 0;
        long generation = 0;
        for (int kill = 0; kill < KILLS || (interrupted == 0 && kill < AT_MOST); kill++) {
            killAfter(random.nextInt(1_000, 500_000), generation);

            Recovery recovery = new AtomicFileSet(project, project.resolve(".state/transaction")).recover();

            interrupted += recovery instanceof Recovery.Nothing ? 0 : 1;
            Set<String> generations = generations();
            assertThat(generations)
                    .as("generations on disk after kill %d", kill)
                    .hasSizeLessThanOrEqualTo(1);
            generation += 1_000_000;
        }
        assertThat(generations()).as("generations on disk at the end").hasSize(1);
        assertThat(interrupted).as("kills that hit a save under way").isPositive();
    }

    private void killAfter(int micros, long generation) throws IOException, InterruptedException {
        Path started = project.resolve(".state/started");
        Files.deleteIfExists(started);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        project.toString(),
                        Long.toString(generation))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Files.exists(started));
            // The moment of the kill is the input of this test, so it is waited for and not for a condition.
            writer.waitFor(micros, TimeUnit.MICROSECONDS);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private Set<String> generations() throws IOException {
        Set<String> generations = new HashSet<>();
        for (int i = 0; i < EndlessWriter.FILES; i++) {
            Path file = project.resolve("file" + i + ".yml");
            generations.addAll(Files.exists(file) ? Files.readAllLines(file) : Set.of());
        }
        return generations;
    }
}
