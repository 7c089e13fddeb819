package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.execute.FileOperations;
import dev.bulkhead.migrate.execute.OperationRunner;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.execute.StepLanes;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.RestoreContent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Course of a run through the steps of its plan. Where a step fails in a phase that stands for itself, that phase is taken
 * back alone and the course goes on with the next.
 */
final class PlanCourse {

    private final RunTools tools;
    private final RunRequest request;
    private final Journal journal;
    private final RunProgress progress;
    private final FileOperations files;
    private final Way way;

    /** What the steps and their way back are carried out with. */
    record Way(
            ContainerWatch watch,
            OperationRunner runner,
            PhaseBack.Inverses inverses,
            Optional<RestoreContent> before) {}

    PlanCourse(
            RunTools tools, RunRequest request, Journal journal, RunProgress progress, FileOperations files, Way way) {
        this.tools = tools;
        this.request = request;
        this.journal = journal;
        this.progress = progress;
        this.files = files;
        this.way = way;
    }

    /**
     * Carries the steps out that are not done; first ends what was cut off as a phase was taken back alone.
     *
     * @return how it ended; failed where more than a phase has to be taken back
     */
    StepLanes.Ending run(Set<Integer> done) throws IOException, InterruptedException {
        Optional<RunRecord> record = record();
        Set<Integer> aside = record.map(RunRecord::aside).orElse(Set.of());
        List<PlanStep> left = request.plan().without(aside).stream()
                .filter(step -> !done.contains(step.number()))
                .toList();
        Optional<JournalEntry.SettingAside> cutOff = record.flatMap(RunRecord::settingAside);
        StepLanes.Ending ending;
        if (cutOff.isPresent()) {
            ending = new StepLanes.Ending.Failed(first(cutOff.get().first()));
        } else {
            ending = carryOut(left);
        }
        while (ending instanceof StepLanes.Ending.Failed(PlanStep failed)) {
            Optional<Plan.Stretch> phase = request.plan().alone(failed);
            if (phase.isEmpty() || way.before().isEmpty() || silent() || !setAside(phase.get())) {
                return ending;
            }
            List<PlanStep> ofPhase = request.plan().steps(phase.get());
            left = left.stream()
                    .filter(step -> step.number() > ofPhase.getLast().number())
                    .toList();
            ending = carryOut(left);
        }
        return ending;
    }

    private PlanStep first(int number) {
        return request.plan().steps().get(number - 1);
    }

    private boolean silent() {
        return EngineSilence.of(tools.tools().engine()).isPresent();
    }

    private Optional<RunRecord> record() throws IOException {
        return RunRecord.of(request.id(), journal.read());
    }

    private StepLanes.Ending carryOut(List<PlanStep> steps) throws IOException, InterruptedException {
        StepLanes.Hand hand = new StepLanes.Hand() {
            @Override
            public boolean mayGoOn() throws IOException, InterruptedException {
                return PlanCourse.this.mayGoOn();
            }

            @Override
            public boolean carryOut(PlanStep step) throws IOException, InterruptedException {
                if (step.operation() instanceof Operation.RecreateServices) {
                    way.runner().keep(request.plan().networksBefore(step));
                }
                return progress.carryOut(step, way.runner(), way.watch());
            }
        };
        return new StepLanes(steps, tools.control(), hand).run();
    }

    private boolean mayGoOn() throws IOException, InterruptedException {
        RunControl control = tools.control();
        if (control.pauseWanted() && !control.cancelWanted()) {
            progress.enter(RunState.PAUSED);
            control.awaitResume();
            if (!control.cancelWanted()) {
                progress.enter(RunState.APPLYING);
            }
        }
        return !control.cancelWanted();
    }

    /** Returns whether a phase was taken back alone. */
    private boolean setAside(Plan.Stretch phase) throws IOException, InterruptedException {
        progress.settingAside(phase);
        Optional<String> obstacle = new PhaseBack(
                        request.plan(), way.before().orElseThrow(), files, way.watch(), progress)
                .walk(phase, record().orElseThrow(), way.inverses());
        if (obstacle.isPresent()) {
            progress.note("\"" + phase.title() + "\" could not be taken back alone: " + obstacle.get());
            return false;
        }
        progress.setAside(phase);
        return true;
    }
}
