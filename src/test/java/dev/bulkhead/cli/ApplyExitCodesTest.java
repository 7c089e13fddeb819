package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apply} leaves behind, says and returns when it fails on the way. */
class ApplyExitCodesTest {

    private final Path project;
    private final ComposeLoader loader = new ComposeLoader(new DiskFileTree());
    private final PracticeEngine engine;

    ApplyExitCodesTest(@TempDir Path folder) throws Exception {
        project = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
        engine = PracticeEngine.running(loader.load(ComposeRequest.of(project)).topology(), PracticeTimer.realTime());
    }

    @Test
    void aServiceThatDoesNotComeUpIsRolledBackWithThree() throws Exception {
        Map<String, String> files = files();
        NormalisedState before = NormalisedState.of(engine.observe(), "mediaserver");
        engine.faults().failNext(PracticeCall.UP, "gluetun", "The container gluetun ended at once.");

        CommandLineRun run = apply();

        assertThat(lastLine(run))
                .isEqualTo("Rolled back: files and engine are as they were. Step 13 (gluetun, qbittorrent) failed:"
                        + " The container gluetun ended at once.");
        assertThat(run.code()).isEqualTo(ExitCodes.ROLLED_BACK);
        assertThat(files()).isEqualTo(files);
        assertThat(before.differencesTo(NormalisedState.of(engine.observe(), "mediaserver")))
                .isEmpty();
    }

    @Test
    void aRollbackThatFailsTooNeedsAPersonWithFour() throws Exception {
        engine.faults().failNext(PracticeCall.UP, "gluetun", "The container gluetun ended at once.");
        // once when its step is taken back, once more after the comparison with the restore point
        engine.faults().failNext(PracticeCall.REMOVE_NETWORK, "dmz-net", "The network dmz-net is in use.");
        engine.faults().failNext(PracticeCall.REMOVE_NETWORK, "dmz-net", "The network dmz-net is in use.");

        CommandLineRun run = apply();

        assertThat(lastLine(run))
                .startsWith("The way back was not completed: Step 13 (gluetun, qbittorrent) failed: The container"
                        + " gluetun ended at once. The network dmz-net is in use.");
        assertThat(run.code()).isEqualTo(ExitCodes.NEEDS_PERSON);
    }

    @Test
    void filesThatCannotBeWrittenStayAsTheyWere() throws Exception {
        Map<String, String> files = files();
        CommandLineRun run = CommandLineRun.on(
                (url, read) -> {
                    block();
                    return connection();
                },
                "apply",
                project.toString(),
                "--iteration",
                "1",
                "--yes");

        assertThat(lastLine(run))
                .startsWith(
                        "Rolled back: files and engine are as they were. Step 7 (11 files) failed: An interrupted save"
                                + " in ");
        assertThat(run.code()).isEqualTo(ExitCodes.ROLLED_BACK);
        assertThat(files()).isEqualTo(files);
    }

    /** Puts a file where the record of a save goes, after all checks, so that the save itself fails. */
    private void block() {
        try {
            Files.createDirectories(project.resolve(".bulkhead"));
            Files.writeString(project.resolve(".bulkhead").resolve("transaction"), "in the way");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Engine connection() {
        return Engine.of(engine, new PracticeServiceRunner(engine, loader));
    }

    private CommandLineRun apply() throws Exception {
        return CommandLineRun.on((url, read) -> connection(), "apply", project.toString(), "--iteration", "1", "--yes");
    }

    private static String lastLine(CommandLineRun run) {
        return run.err().strip().lines().reduce("", (a, b) -> b);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(project)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(project.resolve(".bulkhead")))
                    .toList()) {
                all.put(project.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
