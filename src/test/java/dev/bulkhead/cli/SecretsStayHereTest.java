package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.TopologyEdit;
import dev.bulkhead.workspace.SaveResult;
import dev.bulkhead.workspace.TopologyDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret of a project shows up in nothing that a command prints, and in nothing it keeps but what a way back needs. */
class SecretsStayHereTest {

    @TempDir
    private Path directory = Path.of("");

    private Path plantedProject() throws Exception {
        Path project = SampleFiles.copy(SampleFiles.MEDIASERVER, directory);
        TopologyDocument document = TopologyDocument.open(ComposeRequest.of(project), new DiskFileTree());
        document.apply(new TopologyEdit.SetEnvironment("sonarr", "API_TOKEN", "planted-token"));
        document.apply(new TopologyEdit.SetEnvironment("radarr", "PLAIN", "planted-value"));
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        return project;
    }

    @Test
    void neitherInWhatIsPrintedNorInJournalsAndReports() throws Exception {
        String project = plantedProject().toString();
        List<List<String>> commands = List.of(
                List.of("show", project, "--format", "json"),
                List.of("check", project),
                List.of("plan", project, "--iteration", "1", "--engine", "practice"),
                List.of("plan", project, "--iteration", "1", "--engine", "practice", "--format", "json"),
                List.of("apply", project, "--iteration", "1", "--engine", "practice", "--yes"),
                List.of("status", project, "--engine", "practice", "--format", "json"),
                List.of("drift", project, "--engine", "practice"),
                List.of("export", project, "--to", directory.resolve("out").toString()));

        for (List<String> command : commands) {
            CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
            assertThat(run.code()).as(command + run.err()).isLessThan(ExitCodes.BAD_INPUT);
            assertThat(run.out() + run.err()).as(command.toString()).doesNotContain("planted");
        }
        assertThat(holding("planted", directory.resolve("out"))).isEmpty();
        // What a run needs to go on or back after a crash is the text of the operator's own files.
        assertThat(holding("planted", Path.of(project, ".bulkhead")).stream()
                        .filter(file -> !file.contains("restore-points") && !file.endsWith("plan.json")))
                .isEmpty();
    }

    private static List<String> holding(String word, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(word, file))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holds(String word, Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
