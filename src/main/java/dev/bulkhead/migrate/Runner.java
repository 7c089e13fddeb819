package dev.bulkhead.migrate;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.report.ReportBuilder;
import dev.bulkhead.migrate.report.ReportMarkdown;
import dev.bulkhead.migrate.report.RunReport;
import dev.bulkhead.migrate.run.NoWayBackException;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunResult;
import dev.bulkhead.migrate.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runner of a run or a way back, whose result it makes an outcome with a report. */
final class Runner {

    private final MigrationContext context;
    private final RunHistory history;
    private final List<Playbook> path;

    Runner(MigrationContext context, RunHistory history, List<Playbook> path) {
        this.context = context;
        this.history = history;
        this.path = path;
    }

    /** A run or a way back. */
    interface Course {
        RunResult run() throws IOException, InterruptedException, NoWayBackException;
    }

    /**
     * Goes the course and reports.
     *
     * @throws MigrationException if the journal cannot be written; what was done so far stands in it
     */
    RunOutcome go(Playbook playbook, RunRequest request, Course course) throws MigrationException {
        try {
            RunResult result = course.run();
            RunReport report = ReportBuilder.build(playbook, request, result, end(), practice());
            Path file = history.keepReport(request.id(), ReportMarkdown.write(report, next(playbook)));
            return new RunOutcome(result.state(), sentence(result), Optional.of(report), Optional.of(file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunOutcome(
                    RunState.INTERRUPTED,
                    "The run was stopped in the middle; continue it, roll it back, or leave it as it is.",
                    Optional.empty(),
                    Optional.empty());
        } catch (NoWayBackException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        } catch (DamagedRecordException e) {
            throw new MigrationException("Nothing was touched: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            return stopped(request, e);
        }
    }

    /** What became of a run whose journal cannot be written any more: what it did so far stands, and is told. */
    private RunOutcome stopped(RunRequest request, IOException failure) throws MigrationException {
        String why = "its journal cannot be written: " + FileFaults.sentence(failure);
        RunRecord record = find(request.id(), failure)
                .filter(found -> found.restorePoint().isPresent())
                .orElseThrow(() ->
                        new MigrationException("Nothing was changed: the run did not begin, since " + why, failure));
        List<String> done = request.plan().steps().stream()
                .filter(step -> record.done().contains(step.number()))
                .map(step ->
                        step.operation().subject() + " (" + step.operation().action() + ")")
                .toList();
        String begun = record.begun().stream()
                .map(step -> " Step " + step.step() + " (" + step.text() + ") had begun and may be done in part.")
                .collect(Collectors.joining());
        return new RunOutcome(
                RunState.INTERRUPTED,
                "The run stopped in the middle, since " + why + " Nothing was taken back. "
                        + (done.isEmpty() ? "No step is done." : "Done and still so: " + String.join(", ", done) + ".")
                        + begun + " Make room, then continue it, roll it back, or leave it as it is.",
                Optional.empty(),
                Optional.empty());
    }

    private Optional<RunRecord> find(String run, IOException failure) {
        try {
            return history.find(run);
        } catch (IOException again) {
            failure.addSuppressed(again);
            return Optional.empty();
        }
    }

    private boolean practice() {
        try {
            return context.engine().observer().info().practice();
        } catch (EngineException e) {
            return false;
        }
    }

    private ObservedState end() {
        try {
            return context.engine().observer().observe();
        } catch (EngineException e) {
            return new ObservedState(List.of(), List.of()); // the report then tells nothing of the engine
        }
    }

    private Optional<Playbook> next(Playbook playbook) {
        int at = path.indexOf(playbook);
        return at < 0 || at + 1 >= path.size() ? Optional.empty() : Optional.of(path.get(at + 1));
    }

    private static String sentence(RunResult result) {
        String last = result.issues().isEmpty() ? "" : " " + result.issues().getFirst();
        return switch (result.state()) {
            case SUCCEEDED ->
                result.issues().isEmpty()
                        ? "Done and verified."
                        : "Done and verified. " + String.join(" ", result.issues());
            case AWAITING_CONFIRMATION ->
                "Done and verified. It waits for your word: without it the change is taken back." + last;
            case WATCHING -> "Done and verified; it is being watched." + last;
            case UNVERIFIED -> "Done, and nothing is lost, but not every check passed." + last;
            case ROLLED_BACK -> "Rolled back: files and engine are as they were." + last;
            case CANCELLED -> "Cancelled between two operations; continue it, roll it back, or leave it as it is.";
            case LEFT -> "Left as it is." + last;
            case ABANDONED -> "Not started; nothing was changed." + last;
            case NEEDS_PERSON -> "The way back was not completed: " + String.join(" ", result.issues());
            case INTERRUPTED ->
                result.issues().isEmpty()
                        ? "Left in the middle; continue it, roll it back, or leave it as it is."
                        : result.issues().getFirst();
            case PREPARED, CAPTURING, APPLYING, PAUSED, VERIFYING, ROLLING_BACK ->
                "Left in the middle; continue it, roll it back, or leave it as it is." + last;
        };
    }
}
