package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Whatever becomes of files, folder and disk around a run on a real engine, nothing of the operator's is lost. */
abstract class NothingLost extends HarbourVoyage {

    NothingLost(PrivateEngine engine) throws Exception {
        super(engine);
    }

    @Test
    void aLineAddedWhileTheRunIsUnderWayStaysThereAndBack() throws Exception {
        RunOutcome there = recreating(migration())
                .apply(onceStarted(
                        "sonarr", () -> Files.writeString(compose(), "# mine\n" + Files.readString(compose()))));

        assertThat(there.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(Files.readString(compose()))
                .startsWith("# mine\nname: harbour\n")
                .contains("dmz-net");
        assertThat(back().state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Files.readString(compose())).isEqualTo("# mine\n" + COMPOSE);
        project.expectComposeContent();
    }

    /** What somebody does with files. */
    private interface Deed {
        void happen() throws IOException;
    }

    /** Does something when the step begins that makes a service anew. */
    private static RunListener onceStarted(String service, Deed deed) {
        AtomicBoolean happened = new AtomicBoolean();
        return event -> {
            if (event instanceof RunEvent.StepStarted begun
                    && !happened.get()
                    && begun.step().operation().services().contains(service)) {
                happened.set(true);
                try {
                    deed.happen();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Test
    void whereFilesCannotBePutBackTheNetworksStayAndTheRunCanBeClosedOrGoneBackFrom() throws Exception {
        SortedMap<String, String> before = project.inspected().networks();
        applied();
        SortedMap<String, String> after = project.inspected().networks();
        try (SmallDisk _ = SmallDisk.mount(stack.directory()).orElseThrow()) {
            SmallDisk.fill(stack.directory());

            RunOutcome stuck = back();

            assertThat(stuck.state()).isEqualTo(RunState.NEEDS_PERSON);
            assertThat(stuck.sentence()).endsWith("The engine was left as it is.");
            assertThat(project.inspected().networks()).isEqualTo(after);
            SmallDisk.clear(stack.directory());
            stack.compose("up", "-d", "--quiet-pull");
            assertThat(project.inspected().networks()).isEqualTo(after);

            RunRecord open = migration().openRun().orElseThrow();
            assertThatThrownBy(() -> migration().resume(open, event -> {}, new RunControl()))
                    .isInstanceOf(MigrationException.class)
                    .hasMessage("Run " + open.id() + " cannot be continued; roll it back, or leave it as it is.");
            assertThat(migration().leave(open)).startsWith("Run " + open.id() + " is closed with files and engine as");
            assertThat(migration().openRun()).isEmpty();
            assertBack(before);
        }
    }

    @Test
    void aFolderThatWasMovedIsGoneBackInWhereItStandsNow() throws Exception {
        SortedMap<String, String> before = project.inspected().networks();
        applied();
        SortedMap<String, String> after = project.inspected().networks();
        Path old = stack.directory();
        Path moved = Files.move(old, old.resolveSibling(old.getFileName() + "-moved"));
        VoyageProject there = new VoyageProject(new SampleStack(stack.engine(), moved, Map.of()));
        try {
            assertThatThrownBy(() -> there.migration(gateway).rollback(Optional.empty(), event -> {}))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith("Nothing was touched. Containers of project harbour were made from " + old);
            assertThat(project.inspected().networks()).isEqualTo(after);

            RunOutcome back = there.migration(gateway)
                    .rollback(Optional.empty(), Map.of(), Set.of(Surprises.DIRECTORY), event -> {});

            assertThat(back.sentence()).startsWith("Rolled back: files and engine are as they were.");
            assertThat(Files.readString(moved.resolve("compose.yml"))).isEqualTo(COMPOSE);
            assertThat(project.inspected().networks()).isEqualTo(before);
        } finally {
            Files.move(moved, old);
        }
    }

    @Test
    void aFolderNamedThroughALinkThatIsGoneIsGoneBackIn() throws Exception {
        SortedMap<String, String> before = project.inspected().networks();
        Path link = Files.createSymbolicLink(
                stack.directory().resolveSibling(stack.directory().getFileName() + "-link"), stack.directory());
        VoyageProject named = new VoyageProject(new SampleStack(stack.engine(), link, Map.of()));
        MigrationSession session = named.migration(gateway).session("foundation");
        session.accept(List.of(Surprises.DIRECTORY));
        assertThat(session.apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
        Files.delete(link);

        RunOutcome back = migration().rollback(Optional.empty(), Map.of(), Set.of(Surprises.DIRECTORY), event -> {});

        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Files.readString(compose())).isEqualTo(COMPOSE);
        assertThat(project.inspected().networks()).isEqualTo(before);
    }

    @Test
    void aFullDiskSaysWhatWasDoneAndTheWayBackIsOpenOnceThereIsRoom() throws Exception {
        SortedMap<String, String> before = project.inspected().networks();
        try (SmallDisk _ = SmallDisk.mount(stack.directory()).orElseThrow()) {
            RunOutcome stopped = recreating(migration()).apply(onceStarted("sonarr", () -> SmallDisk.fill(records())));

            assertThat(stopped.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(stopped.sentence())
                    .startsWith("The run stopped in the middle, since its journal cannot be written: ")
                    .contains("disk is full", "Nothing was taken back. Done and still so: dmz-net (create network ")
                    .endsWith("Make room, then continue it, roll it back, or leave it as it is.");
            assertThat(project.inspected().networks()).isNotEqualTo(before);
            SmallDisk.clear(records());
            assertBack(before);
        }
    }
}
