package dev.bulkhead.migrate;

import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.Recovery;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.live.Patience;
import dev.bulkhead.migrate.live.SecretTools;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectLock;
import dev.bulkhead.migrate.report.ReportMarkdown;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunTools;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.migrate.watch.Probation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Store of a project's migrations: journals, restore points, answers, and what works on them. */
final class MigrationStore {

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int TRIES = 25;

    private final MigrationContext context;
    private final Patience patience;

    MigrationStore(MigrationContext context, Patience patience) {
        this.context = context;
        this.patience = patience;
    }

    RunHistory history() {
        return new RunHistory(runs(), projectDirectory());
    }

    /** Returns the files of the guard of a run. */
    GuardFiles guard(String run) {
        return new GuardFiles(context.state().path().resolve("guards"), run);
    }

    /**
     * Starts the guard of a run that has conditions, if none stands.
     *
     * @throws MigrationException if it does not come to stand; then nothing may be touched
     */
    void guard(String run, Probation probation, GuardStarter guards) throws MigrationException {
        GuardFiles files = guard(run);
        if (probation.isNone() || files.guarded()) {
            return;
        }
        try {
            guards.start(run, files);
        } catch (IOException e) {
            throw new MigrationException(
                    "Nothing was changed: the guard that would take the change back could not be started: "
                            + e.getMessage() + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Interrupted before anything was changed.", e);
        }
    }

    /**
     * Brings the report of a run up to where the run stands now.
     *
     * @param after what came after the run, a paragraph each, for the end of its report
     * @throws IOException if it cannot be written
     */
    void retell(String run, List<String> after) throws IOException {
        Optional<RunRecord> record = history().find(run);
        if (record.isPresent()) {
            String section = after.isEmpty() ? "" : "\n## 👁️ After the run\n\n" + String.join("\n\n", after) + "\n";
            history()
                    .changeReport(
                            run,
                            report ->
                                    ReportMarkdown.restated(report, record.get().state()) + section);
        }
    }

    /** Something that is done under the lock of the project. */
    interface Work {
        String done() throws MigrationException, IOException;
    }

    /** The lock is somebody's for a moment often, as when the guard writes a note; the operator's word waits for it. */
    String underLock(Work work) throws MigrationException {
        for (int tried = 1; tried < TRIES; tried++) {
            Optional<ProjectLock> lock = ProjectLock.tryTake(context.state());
            if (lock.isPresent()) {
                return under(lock.get(), work);
            }
            try {
                patience.pause(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrationException("Interrupted; nothing was changed.", e);
            }
        }
        return under(ProjectLock.take(context.state()), work);
    }

    private String under(ProjectLock taken, Work work) throws MigrationException {
        try (ProjectLock _ = taken) {
            return work.done();
        } catch (IOException e) {
            throw new MigrationException(
                    "Bulkhead's records in " + context.state().path() + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    RestorePoints restorePoints() {
        return new RestorePoints(context.state().path().resolve("restore-points"));
    }

    /** Returns where secrets are set aside whose files went or got another value. */
    Path setAside() {
        return context.state().path().resolve("set-aside");
    }

    Pruned prune(int keep) throws IOException {
        List<String> gone = history().prune(restorePoints(), keep);
        return Pruned.of(setAside(), gone, history().all());
    }

    Path answers(String iteration) {
        return context.state().path().resolve("answers").resolve(iteration + ".yml");
    }

    Path proposedRules() {
        return context.state().path().resolve("proposed-rules.yml");
    }

    /**
     * Brings a save of files that the end of a process cut off to its end, so that what is decided of them is decided of
     * whole files: of a half-written project neither the files nor what they mean can be told.
     */
    Recovery endCutSave() {
        return files(projectDirectory()).recover();
    }

    private AtomicFileSet files(Path projectDirectory) {
        return new AtomicFileSet(projectDirectory, context.state().path().resolve("transaction"));
    }

    RunTools tools(Path projectDirectory, RunListener listener, RunControl control) {
        Tools tools = Tools.masked(
                context.request(),
                context.files(),
                files(projectDirectory),
                context.engine(),
                context.clock(),
                new SecretTools(setAside(), control::given, control.fresh()));
        return new RunTools(tools, runs(), restorePoints(), patience, context.asksPorts(), listener, control);
    }

    /** The state directory stands in the project directory, which is known even where the files cannot be read. */
    Path projectDirectory() {
        return Optional.ofNullable(context.state().path().getParent())
                .orElse(context.request().path().toAbsolutePath());
    }

    private Path runs() {
        return context.state().path().resolve("runs");
    }
}
