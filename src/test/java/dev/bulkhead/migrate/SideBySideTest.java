package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that do not wait for each other are made anew side by side; the journal and the way back stay right. */
class SideBySideTest {

    private static final int LANES = 4;

    private final PracticeMediaServer server;
    private final NormalisedState before;
    private final Map<String, String> files;

    SideBySideTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        before = server.engineState();
        files = server.files();
    }

    /** The end of the process, which nothing in it can catch. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the process at one of the calls that change the engine, in whichever lane it is made. */
    private static final class Ending implements Engine.Answerer {
        private final Engine engine;
        private final int at;
        private final AtomicInteger calls = new AtomicInteger();

        private Ending(Engine engine, int at) {
            this.engine = engine;
            this.at = at;
        }

        @Override
        public @Nullable Object answer(EngineCall call) throws EngineException {
            if (call.changes() && calls.incrementAndGet() == at) {
                throw new Crash();
            }
            return call.on(engine);
        }
    }

    private static MigrationSession recreating(Migration migration) throws Exception {
        MigrationSession session = migration.session("foundation");
        session.answer(session.answers().withValue("apply", "recreate"));
        session.control().sideBySide(LANES);
        return session;
    }

    private void assertAsBefore() throws Exception {
        assertThat(before.differencesTo(server.engineState())).isEmpty();
        assertThat(server.files()).isEqualTo(files);
    }

    @Test
    void itEndsAsOneAfterTheOtherDoesAndGoesBack() throws Exception {
        Set<Integer> running = new HashSet<>();
        AtomicInteger most = new AtomicInteger();

        RunOutcome outcome = recreating(server.migration).apply(event -> {
            synchronized (running) {
                switch (event) {
                    case RunEvent.StepStarted started ->
                        running.add(started.step().number());
                    case RunEvent.StepFinished finished ->
                        running.remove(finished.step().number());
                    default -> {}
                }
                most.accumulateAndGet(running.size(), Math::max);
            }
        });

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(most.get()).as("steps under way at once").isBetween(2, LANES);
        assertThat(server.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertAsBefore();
    }

    /** Two that are made anew at the same time take a core from each other, and each is away longer. */
    @Test
    void whileOneIsMadeAnewOthersAreOnlyWaitedFor() throws Exception {
        AtomicInteger making = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        RunOutcome outcome = recreating(server.migrationOn(engine -> Engine.answeredBy(call -> {
                    if (!call.method().getName().equals("up")) {
                        return call.on(engine);
                    }
                    most.accumulateAndGet(making.incrementAndGet(), Math::max);
                    try {
                        return call.on(engine);
                    } finally {
                        making.decrementAndGet();
                    }
                })))
                .apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(most.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16})
    void cutOffWithSeveralStepsUnderWayItIsGoneBackFrom(int call) throws Exception {
        MigrationSession session =
                recreating(server.migrationOn(engine -> Engine.answeredBy(new Ending(engine, call))));
        assertThatThrownBy(() -> session.apply(event -> {})).isInstanceOf(Crash.class);

        RunOutcome back = server.migration.rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertAsBefore();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 19})
    void cutOffWithSeveralStepsUnderWayItIsContinued(int call) throws Exception {
        MigrationSession session =
                recreating(server.migrationOn(engine -> Engine.answeredBy(new Ending(engine, call))));
        assertThatThrownBy(() -> session.apply(event -> {})).isInstanceOf(Crash.class);
        RunRecord open = server.migration.openRun().orElseThrow();
        RunControl control = new RunControl();
        control.sideBySide(LANES);

        RunOutcome outcome = server.migration.resume(open, Set.of(), event -> {}, control, GuardStarter.NONE);

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        server.migration.rollback(Optional.empty(), event -> {});
        assertAsBefore();
    }
}
