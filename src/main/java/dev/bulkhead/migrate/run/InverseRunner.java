package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.restore.Rollback;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Executor of inverses: takes steps back, last first, as the journal holds them. One that fails is told and leaves the rest
 * to go on; the comparison with the restore point afterwards finds what it left.
 */
final class InverseRunner implements Rollback.Inverses {

    private final OperationRunner runner;
    private final List<JournalEntry.Began> steps;
    private final Consumer<String> log;

    /**
     * Prepares to take steps back.
     *
     * @param steps last first
     */
    InverseRunner(OperationRunner runner, List<JournalEntry.Began> steps, Consumer<String> log) {
        this.runner = runner;
        this.steps = List.copyOf(steps);
        this.log = log;
    }

    @Override
    public List<String> takeBack() throws InterruptedException {
        List<String> done = new ArrayList<>();
        for (JournalEntry.Began step : steps) {
            for (Operation inverse : step.inverse()) {
                if (inverse instanceof Operation.RestoreFiles) {
                    continue; // files are settled before anything is done to the engine
                }
                String what = inverse.subject() + ": " + inverse.action();
                try {
                    String outcome = runner.run(inverse);
                    done.add("Step " + step.step() + " taken back: " + what + " (" + outcome + ").");
                } catch (OperationException e) {
                    log.accept("Step " + step.step() + " is not taken back by " + what + ": " + e.getMessage());
                    if (runner.engineGone()) {
                        return done;
                    }
                }
            }
        }
        return done;
    }
}
