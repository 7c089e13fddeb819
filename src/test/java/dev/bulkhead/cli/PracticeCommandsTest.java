package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the practice engine: they say so everywhere, and one goes on where the one before left off. */
class PracticeCommandsTest {

    private static final String SAID =
            "Practice: no real container is touched. Files and records that are written are real.";

    @TempDir
    private static Path folder;

    private static String project = "";

    @BeforeAll
    static void practise() throws Exception {
        project = SampleFiles.copy(SampleFiles.MEDIASERVER, folder).toString();
        CommandLineRun applied = run("apply", "--iteration", "1", "--yes");
        assertThat(applied.code()).as(applied.err()).isEqualTo(ExitCodes.FINE);
        assertThat(applied.err()).endsWith(SAID + "\n");
        assertThat(applied.out()).contains("**Practice:** carried out on the practice engine.");
    }

    @Test
    void theReportThatIsKeptTheStatusAndTheRestorePointSaySo() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(project, ".bulkhead", "runs"))) {
            List<Path> reports =
                    files.filter(file -> file.endsWith("report.md")).toList();
            assertThat(reports)
                    .singleElement()
                    .satisfies(report -> assertThat(Files.readString(report))
                            .contains("**Practice:** carried out on the practice engine."));
        }
        String status = run("status").out();
        assertThat(status).containsPattern("1 Network Foundation: complete since \\S+, in practice\\n");
        assertThat(status).containsPattern("restore point \\S+ taken \\S+, in practice\\n");
        assertThat(run("status", "--format", "json").out()).contains("\"practice\" : true");
        assertThat(run("status", "--format", "markdown").out())
                .contains("✅ Practised", "What is practised was carried out on the practice engine");
    }

    @Test
    void aSecondIterationPlansOnWhatTheFirstLeft() throws Exception {
        assertThat(run("plan", "--iteration", "2").out()).contains("Phase 1: Close 8090/tcp of traefik");

        CommandLineRun retire = run("plan", "--iteration", "8");
        assertThat(retire.code()).as(retire.err()).isEqualTo(ExitCodes.FINE);
        assertThat(retire.out()).contains("take off media-network", "media-network: remove network");
        assertThat(retire.err()).endsWith(SAID + "\n");
    }

    private static CommandLineRun run(String command, String... more) throws Exception {
        return CommandLineRun.of(Stream.concat(Stream.of(command, project, "--engine", "practice"), Stream.of(more))
                .toArray(String[]::new));
    }
}
