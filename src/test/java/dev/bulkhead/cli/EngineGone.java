package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SmallStack;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine loses power while an iteration is applied; what the command line says and does then, on a real engine. */
abstract class EngineGone {

    private static final String DURING_RECREATION = "sonarr  Recreate";

    private final PrivateEngine engine;
    private final SampleStack stack;
    private final VoyageProject project;

    EngineGone(PrivateEngine engine) throws Exception {
        this.engine = engine;
        this.stack = SmallStack.prepare(engine, "harbour");
        this.project = new VoyageProject(stack);
    }

    @BeforeEach
    void start() throws Exception {
        project.start(SmallStack.HEALTHY);
    }

    @AfterEach
    void end() throws Exception {
        stack.compose("down", "--remove-orphans");
    }

    @Test
    void theRunIsContinuedWhenTheEngineIsBack() throws Exception {
        CommandLineRun cut = applyUntilTheCut();

        assertThat(cut.code()).as(cut.err()).isEqualTo(ExitCodes.NEEDS_PERSON);
        assertThat(lastLine(cut.err()))
                .matches("The engine went away during step \\d+ of \\d+ \\(.+\\);"
                        + " once it answers again, continue the run or roll it back\\.");
        assertThat(project.files()).as("files of the run").containsKey("networks.yml");

        CommandLineRun blind = run("status");
        assertThat(blind.out()).contains("engine: No engine answers at").contains("open run: ");

        restart();

        assertThat(run("status").out())
                .contains("The engine went away during step")
                .contains("steps are done.");
        CommandLineRun again = run("apply", "--iteration", "1", "--yes");
        assertThat(again.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(again.err()).contains("Continue that run, roll it back, or leave it as it is.");

        CommandLineRun continued = run("apply", "--continue", "--yes");

        assertThat(lastLine(continued.err())).isEqualTo("Done and verified.");
        assertThat(continued.code()).isEqualTo(ExitCodes.FINE);
        assertThat(run("status").out()).doesNotContain("open run");
        project.expectComposeContent();
        assertThat(run("rollback", "--yes").code()).isEqualTo(ExitCodes.FINE);
    }

    @Test
    void theRunIsRolledBackWhenTheEngineIsBack() throws Exception {
        SortedMap<String, String> files = project.files();
        String before = project.inspected().everything();
        applyUntilTheCut();

        CommandLineRun tooEarly = run("rollback", "--yes");
        assertThat(tooEarly.code()).isEqualTo(ExitCodes.NEEDS_PERSON);
        assertThat(lastLine(tooEarly.out())).contains("No engine answers at");

        restart();
        CommandLineRun back = run("rollback", "--yes");

        assertThat(lastLine(back.out())).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(back.code()).isEqualTo(ExitCodes.FINE);
        assertThat(project.files()).isEqualTo(files);
        assertThat(project.inspected().everything()).isEqualTo(before);
        project.expectComposeContent();
    }

    private CommandLineRun applyUntilTheCut() throws Exception {
        Path answers =
                stack.directory().resolveSibling("answers-" + stack.directory().getFileName());
        Files.writeString(answers, "iteration: \"1\"\nanswers:\n  apply: recreate\n");
        return run(
                new PowerCut(engine, DURING_RECREATION),
                "apply",
                "--iteration",
                "1",
                "--answers",
                answers.toString(),
                "--yes");
    }

    private void restart() throws Exception {
        engine.restart();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(engine.docker("ps", "-q").lines()).hasSizeGreaterThanOrEqualTo(3));
    }

    private CommandLineRun run(String command, String... options) throws Exception {
        return run(new StringWriter(), command, options);
    }

    private CommandLineRun run(StringWriter err, String command, String... options) throws Exception {
        List<String> words =
                new java.util.ArrayList<>(List.of(command, stack.directory().toString()));
        words.addAll(List.of(options));
        return CommandLineRun.with((url, read) -> connect(), stack.environment(), err, words.toArray(String[]::new));
    }

    private Engine connect() throws EngineException {
        return Engine.of(project.gateway(), project.services());
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (a, b) -> b);
    }
}
