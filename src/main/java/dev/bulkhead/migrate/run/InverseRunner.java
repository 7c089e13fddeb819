package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.restore.Rollback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Executor of inverses: takes steps back, last first, as the journal holds them. One that fails is told and leaves the rest
 * to go on; the comparison with the restore point afterwards finds what it left.
 */
final class InverseRunner implements Rollback.Inverses {

    private final OperationRunner runner;
    private final List<JournalEntry.Began> steps;
    private final ContainerWatch watch;
    private final Consumer<String> log;

    /**
     * Prepares to take steps back.
     *
     * @param steps last first
     * @param watch measures how long services are away
     */
    InverseRunner(OperationRunner runner, List<JournalEntry.Began> steps, ContainerWatch watch, Consumer<String> log) {
        this.runner = runner;
        this.steps = List.copyOf(steps);
        this.watch = watch;
        this.log = log;
    }

    @Override
    public List<String> takeBack(Set<String> except) throws InterruptedException {
        List<String> done = new ArrayList<>();
        for (JournalEntry.Began step : steps) {
            for (Operation inverse :
                    step.inverse().stream().flatMap(this::single).toList()) {
                if (inverse instanceof Operation.RestoreFiles) {
                    continue; // files are settled before anything is done to the engine
                }
                if (inverse instanceof Operation.RecreateServices(var services, var timeout)
                        && services.stream().anyMatch(except::contains)) {
                    continue;
                }
                String what = inverse.subject() + ": " + inverse.action();
                Map<String, Downtime> before = watch.downtimes();
                try {
                    String outcome = runner.run(inverse);
                    done.add("Step " + step.step() + " taken back: " + what + " (" + outcome
                            + Downtime.words(Downtime.between(before, watch.downtimes())) + ").");
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

    /** Services are made anew one after the other, so that the others serve meanwhile; guests with their owner. */
    private Stream<Operation> single(Operation inverse) {
        if (!(inverse instanceof Operation.RecreateServices(List<String> services, Duration timeout))
                || services.size() < 2) {
            return Stream.of(inverse);
        }
        return runner.units(services).stream().map(unit -> new Operation.RecreateServices(unit, timeout));
    }
}
