package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWatchTest {

    @TempDir
    private Path directory = Path.of("");

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final LinkedBlockingQueue<Set<Path>> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private Set<Path> next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS), "nothing was told within 20 s");
    }

    @Test
    void tellsWhichFilesWereWrittenReplacedAndRemoved() throws Exception {
        Path compose = Files.writeString(directory.resolve("compose.yaml"), "a");
        Path networks = directory.resolve("networks.yaml");
        try (ProjectWatch watch = ProjectWatch.start(List.of(compose, networks), executor, heard::add)) {
            assertThat(watch).isNotNull();
            Files.writeString(directory.resolve("unrelated.txt"), "x");
            Files.writeString(compose, "b");
            assertThat(next()).containsExactly(compose);

            Files.move(Files.writeString(directory.resolve("new"), "c"), networks);
            assertThat(next()).containsExactly(networks);

            Files.delete(networks);
            assertThat(next()).containsExactly(networks);
        }
    }

    @Test
    void endsItsThreadWhenClosed() throws Exception {
        Path compose = Files.writeString(directory.resolve("compose.yaml"), "a");

        ProjectWatch.start(List.of(compose), executor, heard::add).close();
        executor.shutdown();

        assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}
