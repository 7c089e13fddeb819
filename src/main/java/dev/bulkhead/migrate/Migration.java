package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.iteration.foundation.Foundation;
import dev.bulkhead.migrate.iteration.retire.Retirement;
import dev.bulkhead.migrate.report.SavedPlan;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.OpenRun;
import dev.bulkhead.migrate.run.RunControl;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.run.RunTools;
import dev.bulkhead.migrate.verify.Pause;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesText.NewRule;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migrations of one project: its path of iterations, its restore points, and what was left in the middle.
 *
 * <p>All methods block and are called off the user interface's thread; opening one reads and never writes.
 */
public final class Migration {

    private final MigrationContext context;
    private final Knowledge knowledge;
    private final Workshop workshop;

    /** Works on the project of the context, with what is known beforehand. */
    public Migration(MigrationContext context, Knowledge knowledge) {
        this(context, knowledge, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    Migration(MigrationContext context, Knowledge knowledge, Pause pause) {
        this.context = context;
        this.knowledge = knowledge;
        this.workshop = new Workshop(context, pause);
    }

    /** Returns the iterations of the path, in order, those included that this version cannot carry out yet. */
    public List<Playbook> iterations() {
        return knowledge.playbooks();
    }

    /** Returns rules that a project suggests by itself and that its operator has not demanded yet. */
    public List<NewRule> proposedRules(Topology topology, ProxyFiles files, Rules present) {
        return RuleProposals.of(topology, knowledge.catalogue(), files, present);
    }

    /**
     * Returns a session that walks the project through one iteration.
     *
     * @param idOrName for instance {@code 1} or {@code foundation}
     * @throws MigrationException if there is no such iteration, or this version cannot carry it out
     */
    public MigrationSession session(String idOrName) throws MigrationException {
        Playbook playbook = iterations().stream()
                .filter(candidate -> candidate.answersTo(idOrName))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no iteration '" + idOrName + "'; known are "
                        + iterations().stream()
                                .map(p -> p.id() + " (" + p.name() + ")")
                                .collect(Collectors.joining(", "))
                        + "."));
        if (!playbook.available()) {
            throw new MigrationException("Iteration " + playbook.id() + " (" + playbook.title()
                    + ") cannot be carried out by this version of Bulkhead yet.");
        }
        return session(iteration(playbook));
    }

    /** Returns a session that brings the engine to what the files say. */
    public MigrationSession filesAsTheyAre() {
        return session(new FilesAsTheyAre());
    }

    /**
     * Returns a session that carries a kept plan out exactly as it is.
     *
     * @param text the file it was kept in
     * @throws MigrationException if it is none, or if something has changed since it was made, with what
     */
    public MigrationSession kept(String text) throws MigrationException {
        SavedPlan plan = SavedPlan.read(text)
                .orElseThrow(() -> new MigrationException(
                        "This is no plan that this version of Bulkhead has kept; make one with plan --out FILE."));
        MigrationSession session =
                plan.iteration().equals(FilesAsTheyAre.ID) ? filesAsTheyAre() : session(plan.iteration());
        try {
            session.answer(new AnswersYaml().read("the plan", plan.answers()));
        } catch (AnswersException e) {
            throw new MigrationException("The plan does not hold any more: " + e.getMessage(), e);
        }
        session.take(plan);
        return session;
    }

    private MigrationSession session(Iteration iteration) {
        return new MigrationSession(context, knowledge, iteration, workshop);
    }

    private static Iteration iteration(Playbook playbook) throws MigrationException {
        return switch (playbook.name()) {
            case "foundation" -> new Foundation(playbook);
            case "retire-legacy" -> new Retirement(playbook);
            default -> throw new MigrationException("Nothing proposes what iteration " + playbook.id() + " needs.");
        };
    }

    /**
     * Returns the restore points of the project, newest first.
     *
     * @throws MigrationException if they cannot be read
     */
    public List<RestorePoint> restorePoints() throws MigrationException {
        // one whose run never came to know it was taken by a run that was cut off before it touched anything
        Set<String> secured =
                all().stream().flatMap(record -> record.restorePoint().stream()).collect(Collectors.toSet());
        try {
            return workshop.restorePoints().list().stream()
                    .filter(point -> secured.contains(point.id()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Returns the run that was left in the middle, if there is one.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public Optional<OpenRun> openRun() throws MigrationException {
        try {
            return workshop.history().openRun();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Carries out the remaining steps of a run that was left in the middle, then verifies.
     *
     * @throws MigrationException if it cannot be continued, with the reason
     */
    public RunOutcome resume(OpenRun run, RunListener listener, RunControl control) throws MigrationException {
        if (!run.canContinue()) {
            throw new MigrationException("Run " + run.id() + " cannot be continued; roll it back.");
        }
        RunRecord record = record(run.id());
        ComposeProject project = project();
        RunHistory history = workshop.history();
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunRequest request = request(record, project.topology());
            RunTools tools = workshop.tools(project.directory(), listener, control);
            // what the files say after the run is known only once they are written
            return runner().go(
                            playbook(record),
                            request,
                            () -> history.resume(
                                    tools,
                                    record,
                                    () -> loader().load(context.request()).topology()));
        }
    }

    /**
     * Puts files and engine back to a restore point; runs that came after it are undone with it.
     *
     * @param restorePoint its id; empty means the newest
     * @throws MigrationException if there is none, or it cannot be read
     */
    public RunOutcome rollback(Optional<String> restorePoint, RunListener listener) throws MigrationException {
        String id = restorePoint.isPresent() ? restorePoint.get() : newest();
        RunRecord record = withRestorePoint(id);
        RunHistory history = workshop.history();
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunTools tools = workshop.tools(directory(), listener, new RunControl());
            RunRequest request = request(record, Topology.of("", List.of(), List.of()));
            RunOutcome outcome =
                    runner().go(playbook(record), request, () -> history.rollBack(tools, record, request.after()));
            if (outcome.state() == RunState.ROLLED_BACK) {
                markLater(history, record, tools);
            }
            return outcome;
        }
    }

    private void markLater(RunHistory history, RunRecord rolledBack, RunTools tools) throws MigrationException {
        try {
            for (RunRecord record : history.all()) {
                boolean undone = record.state() == RunState.ROLLED_BACK || record.state() == RunState.ABANDONED;
                if (record.began().isAfter(rolledBack.began()) && !undone) {
                    history.markRolledBack(tools, record, "Undone with the rollback of run " + rolledBack.id() + ".");
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String newest() throws MigrationException {
        return restorePoints().stream()
                .findFirst()
                .map(RestorePoint::id)
                .orElseThrow(() -> new MigrationException(
                        "There is no restore point in " + context.state().path() + "; nothing has been applied."));
    }

    private RunRecord withRestorePoint(String id) throws MigrationException {
        return all().stream()
                .filter(record -> record.restorePoint().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no restore point '" + id + "'."));
    }

    private RunRecord record(String run) throws MigrationException {
        return all().stream()
                .filter(record -> record.id().equals(run))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no run '" + run + "'."));
    }

    private List<RunRecord> all() throws MigrationException {
        try {
            return workshop.history().all();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RunRequest request(RunRecord record, Topology after) throws MigrationException {
        try {
            return workshop.history().request(record, after);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Playbook playbook(RunRecord record) throws MigrationException {
        return Stream.concat(iterations().stream(), Stream.of(FilesAsTheyAre.described()))
                .filter(playbook -> playbook.answersTo(record.iteration()))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no iteration '" + record.iteration() + "'."));
    }

    private ComposeLoader loader() {
        return new ComposeLoader(context.files());
    }

    private ComposeProject project() throws MigrationException {
        try {
            return loader().load(context.request());
        } catch (ComposeException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The state directory stands in the project directory, which is known even where the files cannot be read. */
    private Path directory() {
        return Optional.ofNullable(context.state().path().getParent())
                .orElse(context.request().path().toAbsolutePath());
    }

    private Runner runner() {
        return new Runner(context, workshop.history(), knowledge.playbooks());
    }

    private MigrationException unreadable(IOException e) {
        return new MigrationException(
                "Bulkhead's records in " + context.state().path() + " cannot be read: " + e.getMessage() + ".", e);
    }

    /**
     * Returns where the project stands; an engine that does not answer is part of the answer.
     *
     * @throws MigrationException if the project's files or records cannot be read
     */
    public ProjectStatus status() throws MigrationException {
        return new StatusFinder(context, iterations()).find(project(), all(), openRun());
    }
}
