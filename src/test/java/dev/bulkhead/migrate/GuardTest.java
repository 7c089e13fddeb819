package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.guard.Guard;
import dev.bulkhead.migrate.live.InNoTime;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.watch.Countdown;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guard decides, on the practice engine and with clocks of the test's own. */
class GuardTest {

    private static final Duration TIME = Duration.ofSeconds(20);

    private final Path directory;
    private final PracticeEngine engine;
    private final Migration migration;
    private final List<String> log = new ArrayList<>();
    private final List<String> started = new ArrayList<>();
    private final NormalisedState before;
    private Instant wall = Instant.parse("2026-01-05T14:02:10Z");
    private long nanos;
    private Runnable atEachTick = () -> {};

    GuardTest(@TempDir Path parent) throws Exception {
        directory = SampleFiles.copy(SampleFiles.MEDIASERVER, parent);
        ComposeRequest request = ComposeRequest.of(directory);
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        engine = PracticeEngine.running(loader.load(request).topology(), atOnce());
        MigrationContext context = new MigrationContext(
                request,
                new DiskFileTree(),
                Engine.of(engine, new PracticeServiceRunner(engine, loader)),
                state(directory.resolve(".bulkhead")),
                atOnce(),
                () -> false);
        migration = new Migration(context, CatalogueAndPlaybooks.bundled(), new InNoTime());
        before = NormalisedState.of(engine.observe(), "mediaserver");
    }

    private PracticeTimer atOnce() {
        return new PracticeTimer() {
            @Override
            public Instant instant() {
                return wall;
            }

            @Override
            public void after(Duration delay, Runnable task) {
                task.run();
            }
        };
    }

    private static StateDirectory state(Path path) {
        return new StateDirectory() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public void create() throws IOException {
                Files.createDirectories(path);
            }
        };
    }

    private RunOutcome apply(Optional<Duration> confirm, Optional<Duration> watch, Probation.OnBreak onBreak)
            throws Exception {
        MigrationSession session = migration.session("foundation");
        session.under(new Probation(confirm, watch, onBreak), (run, places) -> started.add(run));
        return session.apply(event -> {});
    }

    private Optional<RunState> stand() throws Exception {
        String run = started.getFirst();
        Guard guard = new Guard(
                run,
                migration.guardedRuns(),
                migration.engine(),
                migration.guardedRuns().files(run),
                new Guard.Outside(
                        () -> false,
                        time -> {
                            nanos += time.toNanos();
                            atEachTick.run();
                        },
                        new Countdown(() -> nanos),
                        log::add,
                        event -> {}));
        return guard.stand();
    }

    @Test
    void aChangeThatNobodyConfirmsIsTakenBackWhenItsTimeIsOver() throws Exception {
        RunOutcome applied = apply(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK);
        assertThat(applied.state()).isEqualTo(RunState.AWAITING_CONFIRMATION);
        assertThat(applied.exitCode()).isZero();

        assertThat(stand()).contains(RunState.ROLLED_BACK);

        assertThat(Duration.ofNanos(nanos)).isEqualTo(TIME.plusSeconds(1));
        assertThat(before.differencesTo(NormalisedState.of(engine.observe(), "mediaserver")))
                .isEmpty();
        assertThat(log).contains("Taken back by the guard: nobody confirmed it within 20 s.");
        assertThatThrownBy(() -> migration.confirmation().keep())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(started.getFirst() + " was taken back at ");
    }

    @Test
    void aWallClockThatJumpsNeitherUndoesNorKeeps() throws Exception {
        apply(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK);
        List<Duration> seen = new ArrayList<>();
        atEachTick = () -> {
            wall = seen.size() % 2 == 0 ? wall.plus(Duration.ofDays(400)) : wall.minus(Duration.ofDays(900));
            seen.add(Duration.ofNanos(nanos));
        };

        assertThat(stand()).contains(RunState.ROLLED_BACK);

        assertThat(seen).hasSize(21);
    }

    @Test
    void aConfirmedChangeStaysAndTheGuardEnds() throws Exception {
        apply(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK);
        atEachTick = () -> {
            if (Duration.ofNanos(nanos).equals(Duration.ofSeconds(19))) {
                confirm();
            }
        };

        assertThat(stand()).contains(RunState.SUCCEEDED);

        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofSeconds(19));
        assertThat(engine.observe().networks())
                .anyMatch(network -> network.name().equals("dmz-net"));
        assertThat(migration.confirmation().onProbation()).isEmpty();
    }

    @Test
    void moreTimeIsMoreTime() throws Exception {
        apply(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK);
        assertThat(migration.confirmation().extend(TIME)).endsWith(" waits 20 s longer.");

        assertThat(stand()).contains(RunState.ROLLED_BACK);

        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofSeconds(41));
    }

    @Test
    void aWatchThatSeesNothingKeepsTheChangeAndTellsWhatItProbed() throws Exception {
        RunOutcome applied = apply(Optional.empty(), Optional.of(TIME), Probation.OnBreak.TAKE_BACK);
        assertThat(applied.state()).isEqualTo(RunState.WATCHING);

        assertThat(stand()).contains(RunState.SUCCEEDED);

        String report = Files.readString(applied.reportFile().orElseThrow());
        assertThat(report).containsPattern("Watched for 19 s: \\d{3,} probes made, 0 failed\\.");
    }

    @Test
    void aServiceThatStopsDuringTheWatchTakesTheChangeBack() throws Exception {
        apply(Optional.empty(), Optional.of(TIME), Probation.OnBreak.TAKE_BACK);
        atEachTick = this::jellyfinStops;

        assertThat(stand()).contains(RunState.ROLLED_BACK);

        assertThat(log).anyMatch(line -> line.startsWith("Taken back by the guard: The flow "));
        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void anAlarmIsToldOnceAndLeavesTheChangeWhereItIs() throws Exception {
        RunOutcome applied = apply(Optional.empty(), Optional.of(TIME), Probation.OnBreak.ALARM);
        atEachTick = this::jellyfinStops;

        assertThat(stand()).contains(RunState.UNVERIFIED);

        assertThat(log).filteredOn(line -> line.startsWith("ALARM: ")).hasSize(1);
        assertThat(engine.observe().networks())
                .anyMatch(network -> network.name().equals("dmz-net"));
        assertThat(Files.readString(applied.reportFile().orElseThrow())).contains("Alarm of the watch: The flow ");
    }

    @Test
    void anotherRunIsRefusedWhileOneWaitsAndLeavingIsNoWayOut() throws Exception {
        apply(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK);

        assertThatThrownBy(() -> migration.session("foundation").apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("waits for your word")
                .hasMessageContaining("bulkhead confirm PATH");
        RunRecord open = migration.openRun().orElseThrow();
        assertThatThrownBy(() -> migration.leave(open)).hasMessageContaining("Confirm it to keep it, or roll it back.");
    }

    @Test
    void withoutAGuardNothingIsBegun() throws Exception {
        MigrationSession session = migration.session("foundation");
        session.under(
                new Probation(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK), (run, places) -> {
                    throw new IOException("there is no room");
                });

        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Nothing was changed: the guard that would take the change back could not be started:"
                        + " there is no room.");
        assertThat(migration.openRun()).isEmpty();
        assertThat(before.differencesTo(NormalisedState.of(engine.observe(), "mediaserver")))
                .isEmpty();
    }

    @Test
    void aChangeWhoseGuardIsGoneSaysSoAndOffersBothWays() throws Exception {
        apply(Optional.of(TIME), Optional.empty(), Probation.OnBreak.TAKE_BACK);

        OnProbation waiting = migration.confirmation().onProbation().orElseThrow();

        assertThat(waiting.guarded()).isFalse();
        assertThat(waiting.sentence(wall.plus(Duration.ofHours(1))))
                .contains("its guard is gone. It was to be taken back at ")
                .contains("bulkhead confirm PATH")
                .contains("bulkhead rollback PATH --yes");
        assertThat(migration.confirmation().keep()).contains(" is kept.");
        assertThatThrownBy(() -> migration.confirmation().keep()).hasMessageContaining(" is kept already, since ");
    }

    @Test
    void whereNothingWaitsThereIsNothingToConfirm() {
        assertThatThrownBy(() -> migration.confirmation().keep())
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is nothing to confirm: no change waits for it.");
    }

    private void jellyfinStops() {
        if (Duration.ofNanos(nanos).equals(Duration.ofSeconds(2))) {
            try {
                engine.stop(
                        engine.observe()
                                .containers("mediaserver", "jellyfin")
                                .getFirst()
                                .id(),
                        Duration.ZERO);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void confirm() {
        try {
            assertThat(migration.confirmation().keep()).contains(" is kept.");
        } catch (MigrationException e) {
            throw new IllegalStateException(e);
        }
    }
}
