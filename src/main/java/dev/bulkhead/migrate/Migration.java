package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.evidence.RuleProposals;
import dev.bulkhead.migrate.iteration.evidence.SettingsFiles;
import dev.bulkhead.migrate.live.Patience;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectLock;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.report.SavedPlan;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.NextStep;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.verify.LiveReach;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Migrations of one project: its path of iterations, its restore points, and what was left in the middle.
 *
 * <p>All methods block and are called off the user interface's thread; opening one reads and never writes.
 */
public final class Migration {

    private final MigrationContext context;
    private final CatalogueAndPlaybooks known;
    private final MigrationStore store;
    private final RecordReader records;

    /** Works on the project of the context, with what is known beforehand. */
    public Migration(MigrationContext context, CatalogueAndPlaybooks known) {
        this(context, known, Patience.real());
    }

    Migration(MigrationContext context, CatalogueAndPlaybooks known, Patience patience) {
        this.context = context;
        this.known = known;
        this.store = new MigrationStore(context, patience);
        this.records = new RecordReader(context, store);
    }

    /** Returns the iterations that come with Bulkhead, in order; known before the project is looked at. */
    public List<Playbook> iterations() {
        return known.playbooks();
    }

    /** Returns the path of the project as its files state it now. */
    public IterationPath path() {
        return IterationPath.of(context, known);
    }

    /**
     * Returns rules that a project suggests by itself and that its operator has not demanded yet.
     *
     * @param files the project's files, perhaps not saved yet
     */
    public List<Rule.Statement> proposedRules(ComposeProject project, FileTree files, Rules present) {
        return RuleProposals.of(project.topology(), known.catalogue(), SettingsFiles.read(project, files), present);
    }

    /**
     * Returns a session that walks the project through one iteration.
     *
     * @param idOrName for instance {@code 1} or {@code foundation}
     * @throws MigrationException if there is no such iteration, or this version cannot carry it out
     */
    public MigrationSession session(String idOrName) throws MigrationException {
        return session(path().iteration(idOrName));
    }

    /** Returns the renewal of the certificate that the project's proxy shows. */
    public CertificateRenewal certificate() {
        return new CertificateRenewal(context, known.catalogue());
    }

    /**
     * Returns who can be asked which pairs of a project reach each other on the engine at this moment.
     *
     * @throws EngineException if the engine does not answer
     */
    public LiveReach liveReach(Topology topology) throws EngineException {
        return LiveReach.of(context.engine(), known.catalogue(), topology);
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
        return new MigrationSession(context, path().known(), iteration, store);
    }

    /**
     * Returns the restore points of the project, newest first.
     *
     * @throws MigrationException if they cannot be read
     */
    public List<RestorePoint> restorePoints() throws MigrationException {
        return records.restorePoints();
    }

    /** Returns the engine that the project runs on. */
    public Engine engine() {
        return context.engine();
    }

    /** Returns runs on probation as their guard works with them. */
    public GuardedRuns guardedRuns() {
        return new GuardedRuns(context, store, records, rollback());
    }

    /** Returns what confirms a change that waits for the operator's word. */
    public Confirmation confirmation() {
        return new Confirmation(context, store, records);
    }

    /**
     * Returns the run that was left in the middle, if there is one.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public Optional<RunRecord> openRun() throws MigrationException {
        return records.openRun();
    }

    /** Returns the runs that were left in the middle. */
    public LeftRuns leftRuns() {
        return new LeftRuns(context, store, records, path().known());
    }

    /**
     * Carries out the remaining steps of a run that was left in the middle, then verifies.
     *
     * @throws MigrationException if it cannot be continued, with the reason
     */
    public RunOutcome resume(RunRecord run, RunListener listener, RunControl control) throws MigrationException {
        return resume(run, Set.of(), listener, control, GuardStarter.NONE);
    }

    /**
     * Carries out the remaining steps of a run as {@link #resume(RunRecord, RunListener, RunControl)} does.
     *
     * @param accepted {@link Surprises#DIRECTORY} where the containers may have been made from another directory
     * @param guards starts the guard of a run that needs one, if it is gone
     */
    public RunOutcome resume(
            RunRecord run, Set<String> accepted, RunListener listener, RunControl control, GuardStarter guards)
            throws MigrationException {
        return leftRuns().resume(run, accepted, listener, control, guards);
    }

    /**
     * Closes a run that was left in the middle: files and engine stay as they are, and the next run plans from there.
     *
     * @return what that means now, as sentences for the operator
     * @throws MigrationException if it cannot be written down
     */
    public String leave(RunRecord run) throws MigrationException {
        return leftRuns().leave(run);
    }

    /**
     * Returns the records that cannot be used, in whole or in part; they keep no other from being used.
     *
     * @throws MigrationException if the directory of the records cannot be read
     */
    public List<Damage> damagedRecords() throws MigrationException {
        return records.damaged();
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
        DirectoryCheck.require(context, accepted);
        return rollback().goBack(pointOr(restorePoint), () -> {}, choices, listener);
    }

    /**
     * Returns what going back would do; nothing is touched.
     *
     * @param restorePoint its id; empty means the newest
     * @param choices name of a file that others changed as well to what the operator takes of it
     * @throws MigrationException if there is none, or it cannot be read
     */
    public WayBack wayBack(Optional<String> restorePoint, Map<String, Take> choices) throws MigrationException {
        return rollback().preview(pointOr(restorePoint), choices);
    }

    private ProjectRollback rollback() {
        return new ProjectRollback(context, store, records, path().known());
    }

    private String pointOr(Optional<String> restorePoint) throws MigrationException {
        return restorePoint.isPresent() ? restorePoint.get() : records.newestPoint();
    }

    /**
     * Removes restore points, plans and set-aside secrets of old runs; journals and reports stay, and so does whatever an
     * open run needs.
     *
     * @param keep of how many of the newest runs everything is kept
     * @throws MigrationException if something cannot be removed
     */
    public Pruned prune(int keep) throws MigrationException {
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            return store.prune(keep);
        } catch (IOException e) {
            throw records.unreadable(e);
        }
    }

    /**
     * Returns where the project stands on the path of its iterations, as its records tell it.
     *
     * @throws MigrationException if the project's files or records cannot be read
     */
    public ProjectStatus status() throws MigrationException {
        return reporter().status(path());
    }

    /**
     * Looks at everything that tells where the project stands; it takes its seconds, and what is not known is part of the
     * answer.
     *
     * @throws MigrationException if the project's files or records cannot be read
     */
    public StatusReport report(LookCourse course) throws MigrationException {
        return reporter().report(path(), course, this::preflight);
    }

    private StatusReporter reporter() {
        return new StatusReporter(context, known, store, records);
    }

    private NextStep preflight(Playbook next) {
        Instant at = context.clock().instant();
        try {
            return new NextStep(
                    next,
                    next.available()
                            ? Measured.seen(at, session(next.id()).preflight())
                            : Measured.unknown(at, "This version of Bulkhead cannot carry it out."));
        } catch (MigrationException e) {
            return new NextStep(next, Measured.unknown(at, String.valueOf(e.getMessage())));
        }
    }
}
