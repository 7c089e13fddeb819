package dev.bulkhead.migrate.run;

import java.io.IOException;
import java.time.InstantSource;

/** The state of a run: every change is checked, journalled and told, in this order. */
final class RunMachine {

    private final Journal journal;
    private final InstantSource clock;
    private final RunListener listener;
    private RunState state;

    RunMachine(RunState state, Journal journal, InstantSource clock, RunListener listener) {
        this.state = state;
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
    }

    RunState state() {
        return state;
    }

    /**
     * Enters a state.
     *
     * @throws IllegalStateException if a run cannot go from its state to this one, which is a mistake in the program
     */
    void enter(RunState next) throws IOException {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("A run that is " + state + " cannot become " + next);
        }
        journal.append(new JournalEntry.Entered(clock.instant(), next));
        state = next;
        listener.onEvent(new RunEvent.StateEntered(next, clock.instant()));
    }
}
