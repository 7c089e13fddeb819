package dev.bulkhead.migrate;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.Recovery;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectLock;
import dev.bulkhead.migrate.run.EarlierRun;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunTools;
import dev.bulkhead.migrate.watch.GuardStarter;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Runs that were left in the middle: continued to their end, or closed as they are. */
public final class LeftRuns {

    private final MigrationContext context;
    private final MigrationStore store;
    private final RecordReader records;
    private final CatalogueAndPlaybooks known;

    LeftRuns(MigrationContext context, MigrationStore store, RecordReader records, CatalogueAndPlaybooks known) {
        this.context = context;
        this.store = store;
        this.records = records;
        this.known = known;
    }

    RunOutcome resume(
            RunRecord run, Set<String> accepted, RunListener listener, RunControl control, GuardStarter guards)
            throws MigrationException {
        DirectoryCheck.require(context, accepted);
        if (!run.canContinue()) {
            throw new MigrationException(
                    "Run " + run.id() + " cannot be continued; roll it back, or leave it as it is.");
        }
        RunRecord record = records.run(run.id());
        HostsOfRun.require(context.engine(), record);
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            if (store.endCutSave() instanceof Recovery.Blocked(String sentence)) {
                throw new MigrationException("Nothing was touched. " + sentence);
            }
            ComposeProject project = project();
            RunRequest request = records.request(record, project.topology());
            store.guard(record.id(), record.probation(), guards);
            RunTools tools = store.tools(project.directory(), listener, control);
            EarlierRun earlier = store.history().run(tools, record);
            return new Runner(context, store.history(), known.playbooks())
                    .go(
                            known.playbook(record.iteration()),
                            request,
                            // what the files say after the run is known only once they are written
                            () -> earlier.resume(
                                    () -> loader().load(context.request()).topology()));
        }
    }

    /**
     * Returns the secrets that the operator gives for the remaining steps of one.
     *
     * @throws MigrationException if its records or the project cannot be read
     */
    public List<SecretSource.Given> secretsToGive(RunRecord run) throws MigrationException {
        RunRecord record = records.run(run.id());
        return records.request(record, project().topology()).plan().secretsToGive(record.done());
    }

    String leave(RunRecord run) throws MigrationException {
        if (run.state().onProbation()) {
            throw new MigrationException(run.story() + " Confirm it to keep it, or roll it back.");
        }
        RunRecord record = records.run(run.id());
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunTools tools = store.tools(store.projectDirectory(), event -> {}, new RunControl());
            store.history().run(tools, record).leave(run.leaving());
            store.retell(record.id(), List.of(run.leaving()));
            return run.leaving();
        } catch (IOException e) {
            throw records.unreadable(e);
        }
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
}
