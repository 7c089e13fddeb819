package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apply} says to input that it cannot use: one sentence, exit code 2, and nothing is written. */
class ApplyBadInputTest {

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void copy() {
        project = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
    }

    @Test
    void anAnswersFileThatIsNotThere() throws Exception {
        refused(
                "the answers",
                "cannot be read",
                "--answers",
                folder.resolve("none.yml").toString());
    }

    @Test
    void newSecretsThatAreToBeShownWhereThereIsNoTerminal() throws Exception {
        refused("--show-new-secrets", "there is none here", "--show-new-secrets");
    }

    @Test
    void anAnswersFileThatIsNoYaml() throws Exception {
        refusedAnswers("iteration: [1\n", "answers.yml");
    }

    @Test
    void anAnswersFileOfAnotherIteration() throws Exception {
        refusedAnswers("iteration: \"2\"\n", "2");
    }

    @Test
    void anAnswerToAQuestionThatIsNotAsked() throws Exception {
        refusedAnswers("iteration: \"1\"\nanswers:\n  colour: blue\n", "colour");
    }

    @Test
    void anIncludeOutsideTheProjectThatIsNotThere() throws Exception {
        Path main = project.resolve("docker-compose.yml");
        Files.writeString(main, Files.readString(main).replace("include:\n", "include:\n  - ../outside/compose.yml\n"));

        refused("docker-compose.yml:", "outside");
    }

    @Test
    void aRulesFileThatIsNone() throws Exception {
        Files.writeString(project.resolve("bulkhead.yml"), "version: 1\nrules:\n  - should: a -> b\n");

        refused("bulkhead.yml:", "should");
    }

    @Test
    void aStateDirectoryThatIsInTheWay() throws Exception {
        Files.writeString(project.resolve(".bulkhead"), "a file where a directory belongs\n");

        refused(".bulkhead", ".");
    }

    @Test
    void nothingToContinue() throws Exception {
        CommandLineRun run =
                CommandLineRun.of("apply", project.toString(), "--continue", "--engine", "practice", "--yes");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        ExitCodes.BAD_INPUT,
                        "",
                        "bulkhead: No run was left in the middle; name the iteration to apply with --iteration.\n"));
    }

    private void refusedAnswers(String text, String piece) throws Exception {
        Path file = Files.writeString(folder.resolve("answers.yml"), text);
        refused(piece, "", "--answers", file.toString());
    }

    private void refused(String piece, String other, String... options) throws Exception {
        Map<String, String> before = files();
        String[] words = Stream.concat(
                        Stream.of("apply", project.toString(), "--iteration", "1", "--engine", "practice", "--yes"),
                        Stream.of(options))
                .toArray(String[]::new);

        CommandLineRun run = CommandLineRun.of(words);

        assertThat(run.err().lines().filter(line -> line.startsWith("bulkhead: ")))
                .as(run.err())
                .singleElement()
                .asString()
                .containsIgnoringCase(piece)
                .contains(other)
                .endsWith(".");
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
        assertThat(run.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(files()).isEqualTo(before);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(project)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.put(project.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
