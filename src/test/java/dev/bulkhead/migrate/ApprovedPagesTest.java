package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.live.InNoTime;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.sheet.StatusPage;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Report and status page of the media server, whole, against what was read and approved. */
class ApprovedPagesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:02:10Z");

    @TempDir
    private Path folder;

    private Migration migration;

    @BeforeEach
    void start() throws Exception {
        Path directory = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
        ComposeRequest request =
                new ComposeRequest(directory, List.of(), Optional.empty(), List.of(), List.of(), Map.of());
        DiskFileTree files = new DiskFileTree();
        ComposeLoader loader = new ComposeLoader(files);
        PracticeEngine engine = PracticeEngine.running(loader.load(request).topology(), new AtOnce());
        MigrationContext context = new MigrationContext(
                request,
                files,
                Engine.of(engine, new PracticeServiceRunner(engine, loader)),
                new Beside(directory.resolve(".bulkhead")),
                InstantSource.fixed(NOW),
                () -> false);
        migration = new Migration(context, CatalogueAndPlaybooks.bundled(), new InNoTime());
    }

    private record Beside(Path path) implements StateDirectory {
        @Override
        public void create() throws IOException {
            Files.createDirectories(path);
        }
    }

    private record AtOnce() implements PracticeTimer {
        @Override
        public Instant instant() {
            return NOW;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    }

    @Test
    void theStatusPageBeforeAnything() throws Exception {
        assertApproved("status-before.md", page());
    }

    @Test
    void theStatusPageAfterIterationOne() throws Exception {
        migration.session("1").apply(event -> {});

        assertApproved("status-after.md", page());
    }

    @Test
    void theReportOfIterationOne() throws Exception {
        RunOutcome outcome = migration.session("1").apply(event -> {});

        assertApproved("report.md", Files.readString(outcome.reportFile().orElseThrow()));
    }

    private String page() throws Exception {
        return StatusPage.write(migration.report(LookCourse.SILENT));
    }

    /** How long this machine took, and how much room it has, is no part of what is approved. */
    private static void assertApproved(String name, String page) throws IOException {
        String resource = "/approved/" + name;
        try (InputStream approved = Objects.requireNonNull(
                ApprovedPagesTest.class.getResourceAsStream(resource), "there is no " + resource)) {
            assertThat(page.replaceAll("\\d+(\\.\\d+)? (ms|s)\\b", "N s")
                            .replaceAll("[\\d.]+ [KMGT]iB are free", "N GiB are free"))
                    .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
