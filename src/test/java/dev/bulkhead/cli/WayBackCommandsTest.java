package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways out of a run, and the way back, as an operator asks for them. */
class WayBackCommandsTest {

    private final Path project;
    private final Path compose;
    private final PracticeEngine engine;
    private final ComposeLoader loader = new ComposeLoader(new DiskFileTree());

    WayBackCommandsTest(@TempDir Path folder) throws Exception {
        project = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
        compose = project.resolve("web-ui/docker-compose.yml");
        engine = PracticeEngine.running(loader.load(ComposeRequest.of(project)).topology(), new AtOnce());
    }

    /** Time that passes only by itself: a health check is done when it is asked for. */
    private record AtOnce() implements PracticeTimer {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            task.run();
        }
    }

    private CommandLineRun run(String command, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(command, project.toString()));
        words.addAll(Arrays.asList(arguments));
        return CommandLineRun.on(
                (url, read) -> Engine.of(engine, new PracticeServiceRunner(engine, loader)),
                words.toArray(String[]::new));
    }

    private String restorePoint() throws IOException {
        try (Stream<Path> points = Files.list(project.resolve(".bulkhead/restore-points"))) {
            return points.map(point -> point.getFileName().toString())
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }

    @Test
    void rollbackWithoutYesTellsWhatItWouldDoAndTouchesNothing() throws Exception {
        run("apply", "--iteration", "1", "--yes");
        Files.writeString(compose, Files.readString(compose) + "# mine\n");

        CommandLineRun told = run("rollback");

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .startsWith("Going back to " + restorePoint() + ":\n")
                .contains(
                        "  File web-ui/docker-compose.yml loses the run's changes and keeps those that were made since;"
                                + " a copy of what it holds now is kept.\n",
                        "  File networks.yml goes; the run had made it.\n",
                        "gluetun, qbittorrent: recreate from the files, wait until healthy (on the way there, gluetun away for ");
        assertThat(told.err()).endsWith("Nothing was touched; add --yes to go back.\n");
        assertThat(Files.readString(compose)).contains("# mine\n", "frontend-net");
    }

    @Test
    void aFileThatHasToBeSettledIsTakenByName() throws Exception {
        run("apply", "--iteration", "1", "--yes");
        Files.writeString(compose, Files.readString(compose).replaceAll("(?m)^(.*frontend-net.*)$", "$1 # mine"));

        CommandLineRun refused = run("rollback", "--yes");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("The way back was not begun, and nothing was touched. File web-ui/");

        CommandLineRun back = run("rollback", "--take", "web-ui/docker-compose.yml=found", "--yes");
        assertThat(back.code()).isZero();
        assertThat(Files.readString(compose)).doesNotContain("frontend-net");
        assertThat(back.err()).contains("Wrote the old bytes of web-ui/docker-compose.yml; what it held stands in ");
    }

    @Test
    void aRunThatNeedsAPersonIsClosedByLeavingItAndTheNextOneStarts() throws Exception {
        engine.faults().failNext(PracticeCall.UP, "gluetun", "The container gluetun ended at once.");
        engine.faults().failNext(PracticeCall.REMOVE_NETWORK, "dmz-net", "The network dmz-net is in use.");
        engine.faults().failNext(PracticeCall.REMOVE_NETWORK, "dmz-net", "The network dmz-net is in use.");
        assertThat(run("apply", "--iteration", "1", "--yes").code()).isEqualTo(ExitCodes.NEEDS_PERSON);
        String left = restorePoint();

        CommandLineRun blocked = run("apply", "--iteration", "1", "--yes");
        assertThat(blocked.err())
                .contains("Nothing was started. Run " + left + " of iteration 1 could not be rolled back completely.")
                .contains("Continue that run, roll it back, or leave it as it is.");

        CommandLineRun leave = run("apply", "--leave", left, "--yes");
        assertThat(leave.code()).isZero();
        assertThat(leave.err()).startsWith("Run " + left + " is closed with files and engine as they stand: ");
        assertThat(run("apply", "--iteration", "1", "--yes").code()).isZero();
    }

    @Test
    void onlyTheRunThatIsOpenCanBeLeft() throws Exception {
        CommandLineRun none = run("apply", "--leave", "0001-x", "--yes");

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("No run was left in the middle");
    }

    @Test
    void statusTellsWhatWaitsToBeDeployedAndWhatOnlyTheEngineHas() throws Exception {
        assertThat(run("status").out()).contains("Files and engine agree.\n");
        Path variables = project.resolve(".env");
        Files.writeString(variables, Files.readString(variables).replace("TZ=Europe/Berlin", "TZ=Antarctica/Troll"));
        engine.createNetwork(new NetworkSpec("aside", NetworkOptions.defaults(), List.of(Subnet.of("10.99.0.0/24"))));
        engine.connect("aside", "sonarr", EndpointSpec.PLAIN);

        assertThat(run("status").out())
                .contains("pending changes:\n  Container bazarr of service bazarr was made from other settings")
                .contains(
                        "drift:\n  Container sonarr of service sonarr is on network aside, which the files do not say.\n")
                .doesNotContain("Files and engine agree");
        assertThat(run("status", "--format", "markdown").out())
                .contains("### Pending Changes\n- ⚠️ Container bazarr of service bazarr was made from other settings")
                .contains("### Drift\n- ⚠️ Container sonarr of service sonarr is on network aside");
        assertThat(run("status", "--format", "json").out())
                .contains("\"pending\" : [ {", "\"kind\" : \"settings-differ\"", "\"kind\" : \"membership-extra\"");
    }

    @Test
    void pruneKeepsTheNewestAndWhatStatusNeeds() throws Exception {
        run("apply", "--iteration", "1", "--yes");
        String first = restorePoint();
        run("rollback", "--yes");
        run("apply", "--iteration", "1", "--yes");

        CommandLineRun pruned = run("prune", "--keep", "1", "--yes");

        assertThat(pruned.out()).isEqualTo("removed restore point and plan of run " + first + "\n");
        assertThat(run("status").out())
                .contains("1 Network Foundation: complete", "restore point " + restorePoint())
                .doesNotContain("restore point " + first);
        assertThat(run("rollback", "--yes").code()).isZero();
    }

    @Test
    void aDirectoryThatCameWithACloneIsClosed() throws Exception {
        Path state =
                Files.createDirectories(project.resolve(".bulkhead/answers")).getParent();
        Files.writeString(state.resolve("layout.json"), "{}");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));

        run("apply", "--iteration", "1", "--yes");

        try (Stream<Path> all = Files.walk(state)) {
            assertThat(all.map(WayBackCommandsTest::mode).distinct())
                    .containsExactlyInAnyOrder("rwx------", "rw-------");
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
