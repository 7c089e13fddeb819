package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.Proposers;
import dev.bulkhead.migrate.iteration.ScriptedIteration;
import dev.bulkhead.migrate.iteration.foundation.FoundationProposers;
import dev.bulkhead.migrate.iteration.ports.PortProposers;
import dev.bulkhead.migrate.iteration.retire.RetirementProposers;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.report.SavedPlan;
import dev.bulkhead.migrate.restore.FilesBack;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.run.OpenRun;
import dev.bulkhead.migrate.run.RunControl;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.run.RunTools;
import dev.bulkhead.migrate.verify.Pause;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What the playbooks of any path may leave to be worked out. */
    static final Proposers PROPOSERS =
            FoundationProposers.all().plus(PortProposers.all()).plus(RetirementProposers.all());

    private final MigrationContext context;
    private final CatalogueAndPlaybooks knowledge;
    private final MigrationStore workshop;

    /** Works on the project of the context, with what is known beforehand. */
    public Migration(MigrationContext context, CatalogueAndPlaybooks knowledge) {
        this(context, knowledge, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    Migration(MigrationContext context, CatalogueAndPlaybooks knowledge, Pause pause) {
        this.context = context;
        this.knowledge = knowledge;
        this.workshop = new MigrationStore(context, pause);
    }

    /** Returns the iterations of the path, in order, those included that this version cannot carry out yet. */
    public List<Playbook> iterations() {
        return knowledge.playbooks();
    }

    /** Returns rules that a project suggests by itself and that its operator has not demanded yet. */
    public List<Rule.Statement> proposedRules(Topology topology, ProxyFiles files, Rules present) {
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

    private Iteration iteration(Playbook playbook) throws MigrationException {
        try {
            return new ScriptedIteration(playbook, PROPOSERS);
        } catch (PlaybookException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
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
            return workshop.restorePoints().list().points().stream()
                    .filter(point -> secured.contains(point.id()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the engine that the project runs on. */
    public Engine engine() {
        return context.engine();
    }

    /** Returns what confirms a change that waits for the operator's word, or takes it back. */
    public Confirmation confirmation() {
        return new Confirmation(this, workshop, context);
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
        return resume(run, Set.of(), listener, control, GuardStarter.NONE);
    }

    /**
     * Carries out the remaining steps of a run as {@link #resume(OpenRun, RunListener, RunControl)} does.
     *
     * @param accepted {@link Surprises#DIRECTORY} where the containers may have been made from another directory
     * @param guards starts the guard of a run that needs one, if it is gone
     */
    public RunOutcome resume(
            OpenRun run, Set<String> accepted, RunListener listener, RunControl control, GuardStarter guards)
            throws MigrationException {
        requireIdentity(accepted);
        if (!run.canContinue()) {
            throw new MigrationException(
                    "Run " + run.id() + " cannot be continued; roll it back, or leave it as it is.");
        }
        RunRecord record = record(run.id());
        ComposeProject project = project();
        RunHistory history = workshop.history();
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunRequest request = request(record, project.topology());
            workshop.guard(record.id(), record.probation(), guards);
            RunTools tools = workshop.tools(project.directory(), listener, control);
            // what the files say after the run is known only once they are written
            return runner().go(
                            playbook(record.iteration()),
                            request,
                            () -> history.resume(
                                    tools,
                                    record,
                                    () -> loader().load(context.request()).topology()));
        }
    }

    /**
     * Closes a run that was left in the middle: files and engine stay as they are, and the next run plans from there.
     *
     * @return what that means now, as sentences for the operator
     * @throws MigrationException if it cannot be written down
     */
    public String leave(OpenRun run) throws MigrationException {
        if (run.state().onProbation()) {
            throw new MigrationException(run.story() + " Confirm it to keep it, or roll it back.");
        }
        RunRecord record = record(run.id());
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunTools tools = workshop.tools(workshop.projectDirectory(), event -> {}, new RunControl());
            workshop.history().leave(tools, record, run.leaving());
            return run.leaving();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Returns the records that cannot be used, in whole or in part; they keep no other from being used.
     *
     * @throws MigrationException if the directory of the records cannot be read
     */
    public List<Damage> damagedRecords() throws MigrationException {
        try {
            List<Damage> damaged = new ArrayList<>(workshop.history().damaged());
            damaged.addAll(workshop.restorePoints().list().damaged());
            return damaged;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Puts files and engine back to a restore point; runs that came after it are undone with it.
     *
     * @param restorePoint its id; empty means the newest
     * @throws MigrationException if there is none, it cannot be read, or a file has to be settled first; then nothing is
     *     touched
     */
    public RunOutcome rollback(Optional<String> restorePoint, RunListener listener) throws MigrationException {
        return rollback(restorePoint, Map.of(), Set.of(), listener);
    }

    /**
     * Puts files and engine back to a restore point as {@link #rollback(Optional, RunListener)} does.
     *
     * @param choices name of a file that others changed as well to what the operator takes of it
     * @param accepted {@link Surprises#DIRECTORY} where the containers may have been made from another directory
     */
    public RunOutcome rollback(
            Optional<String> restorePoint, Map<String, Take> choices, Set<String> accepted, RunListener listener)
            throws MigrationException {
        requireIdentity(accepted);
        return goBack(restorePoint.isPresent() ? restorePoint.get() : newest(), () -> {}, choices, listener);
    }

    /** What has to hold, looked at under the lock, before a way back is begun. */
    interface Condition {
        void require() throws MigrationException, IOException;
    }

    /** Puts files and engine back to a restore point under a condition. */
    RunOutcome goBack(String id, Condition condition, Map<String, Take> choices, RunListener listener)
            throws MigrationException {
        RunHistory history = workshop.history();
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunRecord record = withRestorePoint(id);
            try {
                condition.require();
            } catch (IOException e) {
                throw unreadable(e);
            }
            RunTools tools = workshop.tools(workshop.projectDirectory(), listener, new RunControl());
            RunRequest request = request(record, Topology.of("", List.of(), List.of()));
            RunOutcome outcome = runner().go(
                            playbook(iterationOf(id)),
                            request,
                            () -> history.rollBack(tools, record, request.after(), choices));
            if (outcome.state() == RunState.ROLLED_BACK) {
                markLater(history, record, tools);
            }
            return outcome;
        }
    }

    /**
     * Returns what going back would do; nothing is touched.
     *
     * @param restorePoint its id; empty means the newest
     * @param choices name of a file that others changed as well to what the operator takes of it
     * @throws MigrationException if there is none, or it cannot be read
     */
    public WayBack wayBack(Optional<String> restorePoint, Map<String, Take> choices) throws MigrationException {
        String id = restorePoint.isPresent() ? restorePoint.get() : newest();
        RunRecord record = withRestorePoint(id);
        RunTools tools = workshop.tools(workshop.projectDirectory(), event -> {}, new RunControl());
        try {
            FilesBack files = workshop.history().filesBack(tools, record, choices);
            List<String> open = new ArrayList<>(files.questions());
            files.unreadable(context.request(), context.files())
                    .filter(sentence -> open.isEmpty())
                    .ifPresent(open::add);
            List<String> told = files.told().stream()
                    .filter(sentence -> !open.contains(sentence))
                    .toList();
            return new WayBack(id, told, open, workshop.history().stepsBack(record));
        } catch (DamagedRecordException e) {
            throw new MigrationException("Nothing was touched: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Removes restore points and plans of old runs; journals and reports stay, and so does whatever an open run needs.
     *
     * @param keep of how many of the newest runs everything is kept
     * @return the runs whose restore points and plans were removed
     * @throws MigrationException if something cannot be removed
     */
    public List<String> prune(int keep) throws MigrationException {
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            return workshop.history().prune(workshop.restorePoints(), keep);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** A copy of a project has its records as well, and must not lay hands on the containers of the other. */
    private void requireIdentity(Set<String> accepted) throws MigrationException {
        if (accepted.contains(Surprises.DIRECTORY)) {
            return;
        }
        Optional<PreflightItem> other = Optional.empty();
        try {
            ComposeProject project = loader().load(context.request());
            DriftFacts facts = new DriftFacts(project.directory(), Map.of(), Map.of(), Optional.empty());
            other = Surprises.find(project, context.engine().observer().observe(), facts, Set.of()).stream()
                    .filter(item -> item.id().equals(Surprises.DIRECTORY))
                    .findFirst();
        } catch (ComposeException | EngineException e) {
            // files that cannot be read and an engine that does not answer are told by what follows
            return;
        }
        if (other.isPresent()) {
            throw new MigrationException("Nothing was touched. " + other.get().seen() + " "
                    + other.get().fix().orElse(""));
        }
    }

    private void markLater(RunHistory history, RunRecord rolledBack, RunTools tools) throws MigrationException {
        try {
            for (RunRecord record : history.all()) {
                boolean undone = record.state() == RunState.ROLLED_BACK || record.state() == RunState.ABANDONED;
                if (rolledBack.before(record) && !undone) {
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
                .orElseThrow(() -> noPoint(id));
    }

    private RunRecord record(String run) throws MigrationException {
        return all().stream()
                .filter(record -> record.id().equals(run))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no run '" + run + "'."));
    }

    List<RunRecord> all() throws MigrationException {
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

    private String iterationOf(String restorePoint) throws MigrationException {
        return restorePoints().stream()
                .filter(point -> point.id().equals(restorePoint))
                .findFirst()
                .map(RestorePoint::iteration)
                .orElseThrow(() -> noPoint(restorePoint));
    }

    /** Says that there is no such restore point, or that it is damaged. */
    private MigrationException noPoint(String id) {
        try {
            return damagedRecords().stream()
                    .filter(damage -> damage.record().equals(id))
                    .findFirst()
                    .map(damage -> new MigrationException("Nothing was touched: " + damage.sentence()))
                    .orElseGet(() -> new MigrationException("There is no restore point '" + id + "'."));
        } catch (MigrationException e) {
            return e;
        }
    }

    private Playbook playbook(String id) throws MigrationException {
        return Stream.concat(iterations().stream(), Stream.of(FilesAsTheyAre.described()))
                .filter(playbook -> playbook.answersTo(id))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no iteration '" + id + "'."));
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
