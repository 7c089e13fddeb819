package dev.bulkhead.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a project as a stack is told where it was asked, and nowhere else. */
class TargetTest {

    private static final String PROJECT = """
            services:
              db:
                image: postgres:17.2
                healthcheck: {test: pg_isready}
                tmpfs: [/scratch]
            """;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void project() throws Exception {
        write(PROJECT);
    }

    private void write(String compose) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
    }

    private CommandLineRun run(String command, String... words) throws Exception {
        return CommandLineRun.of(Stream.concat(Stream.of(command, directory.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    @Test
    void whatIsDroppedFailsTheBuild() throws Exception {
        CommandLineRun asked = run("check", "--target", "swarm");

        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.out())
                .contains("warning: compose.yaml:5:5: A stack drops tmpfs of the service db:", "[swarm-dropped]");
        assertThat(run("check")).isEqualTo(new CommandLineRun(0, "No findings.\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "junit", "markdown"})
    void everyFormatTellsOfItWhereItWasAsked(String format) throws Exception {
        assertThat(run("check", "--target", "swarm", "--format", format).out()).contains("swarm-dropped");
        assertThat(run("check", "--format", format).out()).doesNotContain("swarm-");
    }

    @Test
    void thereIsOneTarget() throws Exception {
        assertThat(run("check", "--target", "kubernetes"))
                .isEqualTo(new CommandLineRun(
                        2, "", "bulkhead: --target kubernetes is not known; the only target is swarm.\n"));
        assertThat(run("check", "--target", "swarm", "--benchmark").code()).isEqualTo(2);
    }

    @Test
    void aCommentHidesItAndIsNotBlamedWhereNobodyAsked() throws Exception {
        write(PROJECT.replace("/scratch]", "/scratch]  # bulkhead: ignore swarm-dropped because it is empty anyway"));

        assertThat(run("check", "--target", "swarm").code()).isZero();
        assertThat(run("check")).isEqualTo(new CommandLineRun(0, "No findings.\n", ""));
    }

    @Test
    void anEntryOfTheBaselineAcceptsItAndIsNotBlamedWhereNobodyAsked() throws Exception {
        List<String> words =
                List.of("--all", "--because", "later", "--until", "2999-12-31", "--write", "--target", "swarm");

        assertThat(run("accept", words.toArray(String[]::new)).code()).isZero();
        assertThat(run("check", "--target", "swarm").code()).isZero();
        assertThat(run("check").out()).doesNotContain("swarm-", "accepted-unused");
        assertThat(run("accept", "--prune").out()).isEqualTo("Nothing changes.\n");
    }

    @Test
    void theOperatorSetsItsLevel() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "version: 1\nchecks:\n  swarm-dropped: off\n");

        assertThat(run("check", "--target", "swarm").out()).doesNotContain("swarm-dropped");
        assertThat(run("check")).isEqualTo(new CommandLineRun(0, "No findings.\n", ""));
    }
}
