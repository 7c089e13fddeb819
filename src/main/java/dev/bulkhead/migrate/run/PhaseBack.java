package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.execute.FileOperations;
import dev.bulkhead.migrate.execute.OperationRunner;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.RestoreContent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Way back of one phase alone: takes its changes out of the files, carries the inverses of its steps out, last first, and
 * looks whether its services are as well as before the run. It can be walked again from wherever it was left.
 */
final class PhaseBack {

    private static final Duration READY_TIMEOUT = Duration.ofMinutes(5);

    private final Plan plan;
    private final RestoreContent before;
    private final FileOperations files;
    private final ContainerWatch watch;
    private final RunProgress progress;

    PhaseBack(Plan plan, RestoreContent before, FileOperations files, ContainerWatch watch, RunProgress progress) {
        this.plan = plan;
        this.before = before;
        this.files = files;
        this.watch = watch;
        this.progress = progress;
    }

    /** Makes what carries the inverses of steps out, last first. */
    @FunctionalInterface
    interface Inverses {
        InverseRunner of(List<JournalEntry.Began> steps);
    }

    /**
     * Walks it.
     *
     * @param record the run so far
     * @return why the phase cannot be taken back alone; empty when it is taken back
     */
    Optional<String> walk(Plan.Stretch phase, RunRecord record, Inverses inverses)
            throws IOException, InterruptedException {
        List<PlanStep> steps = plan.steps(phase);
        Set<Integer> numbers =
                new TreeSet<>(steps.stream().map(PlanStep::number).toList());
        List<JournalEntry.Began> begun = record.touched().stream()
                .filter(step -> numbers.contains(step.step()))
                .toList();
        try {
            List<TextChange> changes = changes(steps, begun);
            List<String> names = files.takeOut(changes);
            if (!names.isEmpty()) {
                progress.undone("Took the changes of this phase out of " + String.join(", ", names) + ".");
            }
        } catch (OperationRunner.FailedException | FileWriteException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        for (String done : inverses.of(begun).takeBack(Set.of())) {
            progress.undone(done);
        }
        Readiness readiness = watch.await(wellBefore(steps), READY_TIMEOUT);
        return readiness.ready() ? Optional.empty() : Optional.of(readiness.text() + ".");
    }

    /** The changes of the files that had begun, last first. */
    private static List<TextChange> changes(List<PlanStep> steps, List<JournalEntry.Began> begun) {
        List<TextChange> changes = new ArrayList<>();
        for (PlanStep step : steps.reversed()) {
            boolean touched = begun.stream().anyMatch(entry -> entry.step() == step.number());
            if (touched && step.operation() instanceof Operation.WriteFiles(List<TextChange> written)) {
                changes.addAll(written);
            }
        }
        return changes;
    }

    private List<String> wellBefore(List<PlanStep> steps) {
        return steps.stream()
                .flatMap(step -> step.operation().services().stream())
                .distinct()
                .filter(service -> Readiness.of(before.state(), before.project(), List.of(service))
                        .ready())
                .toList();
    }
}
