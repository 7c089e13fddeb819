package dev.bulkhead.ui.wizard.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A run as it tells of itself, without a toolkit. */
class RunViewModelTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final RunViewModel run = new RunViewModel(ZoneOffset.UTC);

    @Test
    void aRunStartsWithItsFirstStateAndKeepsThatTime() {
        run.accept(new RunEvent.StateEntered(RunState.CAPTURING, NOON));
        run.accept(new RunEvent.StateEntered(RunState.APPLYING, NOON.plusSeconds(5)));

        assertThat(run.stateProperty().get()).isEqualTo(RunState.APPLYING);
        assertThat(run.startedProperty().get()).contains(NOON);
    }

    @Test
    void theWayBackIsKnownFromTheRestorePointOn() {
        RunEvent.RestorePointTaken taken = new RunEvent.RestorePointTaken("20261128-1", 3, 2, 1, 400);
        assertThat(run.restorePointProperty().get()).isEmpty();

        run.accept(taken);

        assertThat(run.restorePointProperty().get()).contains(taken);
    }

    @Test
    void theLogTellsTheTimeOfTheOperatorsZone() {
        run.accept(new RunEvent.LogLine(NOON, "network dmz-net created"));
        run.accept(new RunEvent.Undone("network dmz-net"));

        assertThat(run.log()).containsExactly("12:00:00  network dmz-net created", "undone: network dmz-net");
    }
}
