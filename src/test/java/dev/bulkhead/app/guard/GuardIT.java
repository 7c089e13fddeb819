package dev.bulkhead.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EnginePrograms;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SmallStack;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guard does when nobody confirms, on a real engine, with processes that are really killed. */
@WithEngine
class GuardIT {

    private static final Duration LONG = Duration.ofMinutes(4);

    private final PrivateEngine engine;
    private final SampleStack stack;
    private final VoyageProject project;
    private SortedMap<String, String> files = new java.util.TreeMap<>();
    private String before = "";

    GuardIT(PrivateEngine engine) throws Exception {
        this.engine = engine;
        this.stack = SmallStack.prepare(engine, "harbour");
        this.project = new VoyageProject(stack);
    }

    @BeforeEach
    void start() throws Exception {
        project.start(SmallStack.HEALTHY);
        files = project.files();
        before = project.inspected().everything();
    }

    @AfterEach
    void end() throws Exception {
        guards().forEach(ProcessHandle::destroyForcibly);
        stack.compose("down", "--remove-orphans");
    }

    @Test
    void aChangeThatIsDoneTakesItselfBackAfterItsProcessWasKilled() throws Exception {
        Process applying = apply("--confirm-within", "5s");
        awaitState(RunState.AWAITING_CONFIRMATION);
        applying.destroyForcibly().waitFor();

        awaitState(RunState.ROLLED_BACK);

        assertNothingIsLeftOfIt();
        Commands.Output late = run("confirm");
        assertThat(late.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(late.output()).contains("There is nothing to confirm: run ").contains(" was taken back at ");
    }

    @Test
    void aRunThatWasKilledInTheMiddleTakesItselfBack() throws Exception {
        Process applying = apply("--confirm-within", "5s");
        Awaitility.await()
                .atMost(LONG)
                .until(() -> record().filter(r -> r.done().size() > 3).isPresent());
        applying.destroyForcibly().waitFor();

        awaitState(RunState.ROLLED_BACK);

        assertNothingIsLeftOfIt();
    }

    @Tag("long")
    @Test
    void aConfirmedChangeStays() throws Exception {
        Process applying = apply("--confirm-within", "10m", "--watch", "5m");
        assertThat(applying.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(applying.exitValue()).isEqualTo(ExitCodes.FINE);
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(
                        () -> assertThat(run("status").output()).as(log()).contains(" probes made, 0 failed."));
        assertThat(run("status").output()).contains("waits to be confirmed, ").contains("services 4/4");
        Commands.Output another = run("apply", "--iteration", "1", "--yes");
        assertThat(another.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(another.output()).contains("waits for your word").contains("bulkhead confirm PATH");

        Commands.Output confirmed = run("confirm");

        assertThat(confirmed.output()).contains(" is kept.");
        assertThat(confirmed.exitCode()).isEqualTo(ExitCodes.FINE);
        Awaitility.await().atMost(LONG).until(() -> guards().isEmpty());
        assertThat(record().map(RunRecord::state)).contains(RunState.SUCCEEDED);
        assertThat(project.files()).containsKey("networks.yml");
        assertThat(report()).contains("Kept on the operator's word").contains(" probes made, 0 failed.");
        assertThat(run("confirm").output()).contains(" is kept already, since ");
    }

    @Tag("long")
    @Test
    void anEngineThatIsAwayAtTheDeadlineIsWaitedFor() throws Exception {
        apply("--confirm-within", "20s").waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
        awaitState(RunState.AWAITING_CONFIRMATION);
        engine.cutPower();
        Awaitility.await().atMost(LONG).until(() -> log().contains("The way back waits for the engine: "));

        engine.restart();

        awaitState(RunState.ROLLED_BACK);
        assertNothingIsLeftOfIt();
    }

    @Tag("long")
    @Test
    void aChangeWhoseGuardWasKilledIsNoticedAndBothWaysAreOpen() throws Exception {
        apply("--confirm-within", "10m").waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
        guards().forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(LONG).until(() -> guards().isEmpty());

        assertThat(run("status").output())
                .contains(" is done and not confirmed, and its guard is gone.")
                .contains("bulkhead confirm PATH")
                .contains("bulkhead rollback PATH --yes");
        assertThat(run("rollback", "--yes").exitCode()).isEqualTo(ExitCodes.FINE);
        assertNothingIsLeftOfIt();
    }

    @Test
    void aWatchThatSeesABreakTakesTheChangeBack() throws Exception {
        Process applying = apply("--watch", "10m");
        awaitState(RunState.WATCHING);
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(
                        () -> assertThat(run("status").output()).as(log()).contains(" probes made, 0 failed."));

        engine.docker("stop", "--timeout", "0", "sonarr");

        assertThat(applying.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(applying.exitValue()).as(said()).isEqualTo(ExitCodes.ROLLED_BACK);
        // the command ends when the way back does; the guard then adds what it saw to the report
        Awaitility.await().atMost(LONG).until(() -> guards().isEmpty());
        assertThat(log()).contains("Taken back by the guard: ");
        assertThat(project.files()).isEqualTo(files);
        assertThat(report()).contains(" probes made, ").contains("Taken back by the guard: ");
    }

    @Tag("long")
    @Test
    void aChangeThatTheWindowAppliedIsTakenBackAfterTheWindowWasKilled() throws Exception {
        Process window = window();
        awaitState(RunState.AWAITING_CONFIRMATION);
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(
                        () -> assertThat(run("status").output()).as(log()).contains(" probes made, 0 failed."));
        assertThat(project.files()).isNotEqualTo(files);
        assertThat(guards()).hasSize(1);

        window.destroyForcibly().waitFor();
        assertThat(guards()).hasSize(1);
        engine.docker("stop", "--timeout", "0", "sonarr");

        awaitState(RunState.ROLLED_BACK);
        Awaitility.await().atMost(LONG).until(() -> guards().isEmpty());
        assertThat(log()).contains("Taken back by the guard: ");
        assertThat(project.files()).isEqualTo(files);
        assertThat(report()).contains("Taken back by the guard: ");
    }

    private void assertNothingIsLeftOfIt() throws Exception {
        Awaitility.await().atMost(LONG).until(() -> guards().isEmpty());
        assertThat(project.files()).isEqualTo(files);
        assertThat(project.inspected().healthy()).isEqualTo(SmallStack.HEALTHY);
        assertThat(project.inspected().everything()).isEqualTo(before);
        project.expectComposeContent();
    }

    private void awaitState(RunState state) {
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() ->
                        assertThat(record().map(RunRecord::state)).as(log()).contains(state));
    }

    private Optional<RunRecord> record() throws Exception {
        try (DockerGateway gateway = project.gateway()) {
            List<String> runs = names("runs");
            return runs.isEmpty()
                    ? Optional.empty()
                    : project.migration(gateway).guardedRuns().find(runs.getLast());
        }
    }

    private List<String> names(String folder) throws IOException {
        Path directory = stack.directory().resolve(".bulkhead").resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private String log() throws IOException {
        List<String> logs =
                names("guards").stream().filter(name -> name.endsWith(".log")).toList();
        return logs.isEmpty()
                ? ""
                : Files.readString(
                        stack.directory().resolve(".bulkhead").resolve("guards").resolve(logs.getLast()));
    }

    private String report() throws IOException {
        return Files.readString(stack.directory()
                .resolve(".bulkhead")
                .resolve("runs")
                .resolve(names("runs").getLast())
                .resolve("report.md"));
    }

    private String said() throws IOException {
        return Files.readString(
                stack.directory().resolveSibling("said-" + stack.directory().getFileName()));
    }

    private Process apply(String... conditions) throws IOException {
        List<String> words = words("apply", "--iteration", "1", "--yes");
        words.addAll(List.of(conditions));
        return start(words);
    }

    /** The window itself, which applies the iteration and lets it wait to be confirmed. */
    private Process window() throws IOException {
        return start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bulkhead.app.WindowProcess",
                stack.directory().toString(),
                engine.address()));
    }

    private Process start(List<String> words) throws IOException {
        Path said = stack.directory().resolveSibling("said-" + stack.directory().getFileName());
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment());
        return builder.start();
    }

    private Commands.Output run(String command, String... options) throws IOException {
        return Commands.run(environment(), stack.directory(), words(command, options));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(stack.environment());
        environment.put("BULKHEAD_COMPOSE", EnginePrograms.compose().toString());
        return environment;
    }

    private List<String> words(String command, String... options) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.bulkhead.app.Main",
                command,
                stack.directory().toString(),
                "--engine",
                engine.address()));
        words.addAll(List.of(options));
        return words;
    }

    /** The process table's own words: what {@link ProcessHandle} tells of a command ends with its first page. */
    private List<ProcessHandle> guards() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(" guard " + stack.directory()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }
}
