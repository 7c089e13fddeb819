package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.topology.NetworkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's own edits reach the engine with the same review, gates and way back as an iteration. */
class FilesAsTheyAreTest {

    private final PracticeMediaServer server;

    FilesAsTheyAreTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
    }

    private void edit(String file, String old, String fresh) throws Exception {
        Path path = server.directory.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, fresh));
    }

    private List<String> steps() throws Exception {
        return server.migration.filesAsTheyAre().review().plan().steps().stream()
                .map(FilesAsTheyAreTest::line)
                .toList();
    }

    private static String line(PlanStep step) {
        return step.operation().subject() + ": " + step.operation().action() + "; undo: " + step.undo();
    }

    @Test
    void anEngineThatIsWhatTheFilesSayIsLeftAlone() throws Exception {
        assertThat(server.migration.filesAsTheyAre().review().plan().text()).isEqualTo("""
                Plan: What the Files Say for mediaserver
                Nothing to do: files and engine are as wanted.
                """);
    }

    @Test
    void aMembershipThatTheFilesGainedIsMadeAsTheServiceRuns() throws Exception {
        edit("dozzle/docker-compose.yml", "networks: [media-network]", "networks: [media-network, quiet]");
        edit("docker-compose.yml", "networks:\n", "networks:\n  quiet:\n    internal: true\n");
        Map<String, String> ids = server.ids();

        assertThat(steps())
                .containsExactly(
                        "mediaserver_quiet: create network address range chosen by the engine, internal;"
                                + " undo: remove network mediaserver_quiet",
                        "dozzle: attach to mediaserver_quiet; undo: take dozzle off mediaserver_quiet",
                        "19 services: wait until all run and are healthy; undo: nothing to undo");
        assertThat(server.migration.filesAsTheyAre().apply(event -> {}).sentence())
                .isEqualTo("Done and verified.");
        assertThat(server.ids()).isEqualTo(ids);
    }

    @Test
    void aServiceWithoutAContainerIsCreatedAndGoingBackRemovesIt() throws Exception {
        server.engine.remove(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(server.directory))
                        .topology(),
                List.of("dozzle"),
                line -> {});
        NormalisedState before = server.engineState();

        assertThat(steps())
                .first()
                .isEqualTo("dozzle: recreate from the files, wait until healthy; undo: remove dozzle");
        assertThat(server.migration.filesAsTheyAre().apply(event -> {}).sentence())
                .isEqualTo("Done and verified.");

        RunOutcome back = server.migration.rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    @Test
    void whatSomebodyAttachedByHandStaysUnlessTheOperatorSaysOtherwise() throws Exception {
        server.engine.createNetwork(new NetworkSpec("panel", NetworkOptions.defaults(), List.of()));
        server.engine.connect("panel", "dozzle", EndpointSpec.PLAIN);
        MigrationSession session = server.migration.filesAsTheyAre();

        assertThat(session.review().plan().steps()).isEmpty();
        assertThat(session.review().notes())
                .containsExactly("Service dozzle is on panel, which no file says; it stays there.");

        session.answer(session.answers().withValue("by-hand", "leave"));
        assertThat(session.review().plan().steps())
                .extracting(FilesAsTheyAreTest::line)
                .startsWith("dozzle: take off panel; undo: attach dozzle to panel again");
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(server.assignments()).containsEntry("dozzle", "media-network");
    }

    @Test
    void whatSomebodyAttachedByHandOutlivesARecreation() throws Exception {
        server.engine.createNetwork(new NetworkSpec("panel", NetworkOptions.defaults(), List.of()));
        server.engine.connect("panel", "gluetun", EndpointSpec.PLAIN);

        RunOutcome outcome = server.migration.session("1").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(server.assignments()).containsEntry("gluetun", "download-net media-network panel");
    }

    @Test
    void aStoppedServiceIsStarted() throws Exception {
        server.engine.stop("dozzle", Duration.ZERO);

        assertThat(server.migration.filesAsTheyAre().review().plan().steps())
                .extracting(PlanStep::cause)
                .first()
                .isEqualTo(
                        "dozzle does not run (exited). Stopped first: only one can be called dozzle (container_name).");
    }
}
