package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.migrate.execute.FileOperations;
import dev.bulkhead.migrate.execute.OperationRunner;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.execute.StepLanes;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.live.Readiness;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.RestoreContent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    /** Numbers of the steps that are done. */
    private final Set<Integer> done = new TreeSet<>();

    /** What the steps and their way back are carried out with. */
    record Way(
            ContainerWatch watch,
            OperationRunner runner,
            PhaseBack.Inverses inverses,
            Optional<RestoreContent> before,
            PhaseEnd phaseEnd) {}

    /** What is looked at when a phase is done and others are to come. */
    @FunctionalInterface
    interface PhaseEnd {

        /** Returns whether something is lost that the steps left cannot give back; it is noted then. */
        boolean loses(Plan.Stretch phase, List<PlanStep> done, List<PlanStep> left)
                throws IOException, InterruptedException;
    }

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
    StepLanes.Ending run(Set<Integer> earlier) throws IOException, InterruptedException {
        done.addAll(earlier);
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
            boolean decided =
                    cutOff.filter(begun -> begun.first() == failed.number()).isPresent();
            boolean ofAll = silent() || (!decided && ofAll(failed));
            if (phase.isEmpty() || way.before().isEmpty() || ofAll || !setAside(phase.get())) {
                return ending;
            }
            List<PlanStep> ofPhase = request.plan().steps(phase.get());
            left = request.plan().without(progress.aside()).stream()
                    .filter(step -> !done.contains(step.number())
                            && step.number() > ofPhase.getLast().number())
                    .toList();
            ending = carryOut(left);
        }
        return ending;
    }

    private PlanStep first(int number) {
        return request.plan().steps().get(number - 1);
    }

    /**
     * A file that cannot be written is nothing that a service does; only what was taken back before can be in the way of one
     * phase's change.
     */
    private boolean ofAll(PlanStep failed) {
        return failed.operation() instanceof Operation.WriteFiles
                && progress.aside().isEmpty();
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
                    way.runner().keep(request.plan().networksBefore(step, progress.aside()));
                }
                return progress.carryOut(step, way.runner(), way.watch()) && !losesAtTheEndOfItsPhase(step);
            }
        };
        return new StepLanes(steps, tools.control(), hand).run();
    }

    /** At the end of a phase everything has to work; that of the last one is the end of the run, which is verified as a whole. */
    private boolean losesAtTheEndOfItsPhase(PlanStep step) throws IOException, InterruptedException {
        List<PlanStep> ofPhase;
        List<PlanStep> left;
        Optional<Plan.Stretch> phase = request.plan().phase(step);
        synchronized (done) {
            done.add(step.number());
            ofPhase = phase.map(request.plan()::steps).orElse(List.of());
            left = request.plan().without(progress.aside()).stream()
                    .filter(other -> !done.contains(other.number()))
                    .toList();
        }
        Set<Integer> open = left.stream().map(PlanStep::number).collect(Collectors.toSet());
        boolean ended = ofPhase.stream().noneMatch(other -> open.contains(other.number()));
        return phase.isPresent() && ended && !left.isEmpty() && way.phaseEnd().loses(phase.get(), ofPhase, left);
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

    /**
     * Way back of one phase alone: takes its changes out of the files, carries the inverses of its steps out, last first, and
     * looks whether its services are as well as before the run. It can be walked again from wherever it was left.
     */
    static final class PhaseBack {

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
                List<TextChange> changes = changes(steps, begun, record.failed());
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

        /** The changes of the files that had begun, last first; where writing them failed, the files have none of them. */
        private static List<TextChange> changes(
                List<PlanStep> steps, List<JournalEntry.Began> begun, Set<Integer> failed) {
            List<TextChange> changes = new ArrayList<>();
            for (PlanStep step : steps.reversed()) {
                boolean touched = !failed.contains(step.number())
                        && begun.stream().anyMatch(entry -> entry.step() == step.number());
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

    /** Texts that a run gave files and that no plan holds, as its journal keeps them: each is written down before it is written. */
    static final class AsideTexts implements FileOperations.Rewritten {

        private final RunTools tools;
        private final Journal journal;
        private final Map<String, List<Optional<String>>> texts = new TreeMap<>();

        AsideTexts(RunTools tools, Journal journal) {
            this.tools = tools;
            this.journal = journal;
        }

        /** Takes up what an earlier process wrote. */
        void goOnFrom(RunRecord record) {
            record.rewritten().forEach((file, digests) -> texts.put(file, new ArrayList<>(digests)));
        }

        Map<String, List<Optional<String>>> all() {
            return Map.copyOf(texts);
        }

        @Override
        public boolean has(String file, Optional<String> digest) {
            return texts.getOrDefault(file, List.of()).contains(digest);
        }

        @Override
        public void add(String file, Optional<String> digest) throws IOException {
            journal.append(new JournalEntry.Rewrote(tools.now(), file, digest));
            texts.computeIfAbsent(file, key -> new ArrayList<>()).add(digest);
        }
    }
}
