package dev.bulkhead.migrate;

import dev.bulkhead.files.Recovery;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.project.ProjectLock;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.restore.FilesBack;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.run.EarlierRun;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.run.RunTools;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rollback of a project to a restore point: what it would do, and doing it; later runs are undone with it. */
final class ProjectRollback {

    private final MigrationContext context;
    private final MigrationStore store;
    private final RecordReader records;
    private final CatalogueAndPlaybooks playbooks;

    ProjectRollback(
            MigrationContext context, MigrationStore store, RecordReader records, CatalogueAndPlaybooks playbooks) {
        this.context = context;
        this.store = store;
        this.records = records;
        this.playbooks = playbooks;
    }

    /** What has to hold, looked at under the lock, before a way back is begun. */
    interface Condition {
        void require() throws MigrationException, IOException;
    }

    /** Puts files and engine back to a restore point under a condition. */
    RunOutcome goBack(String point, Condition condition, Map<String, Take> choices, RunListener listener)
            throws MigrationException {
        try (ProjectLock _ = ProjectLock.take(context.state())) {
            RunRecord record = records.runOf(point);
            HostsOfRun.require(context.engine(), record);
            try {
                condition.require();
            } catch (IOException e) {
                throw records.unreadable(e);
            }
            RunTools tools = store.tools(store.projectDirectory(), listener, new RunControl());
            // a write that was cut off comes to its end first: what becomes of the files is decided by what they hold
            // then
            if (store.endCutSave() instanceof Recovery.Blocked(String sentence)) {
                throw new MigrationException("Nothing was touched: " + sentence);
            }
            RunRequest request = records.request(record, Topology.of("", List.of(), List.of()));
            RunOutcome outcome = new Runner(context, store.history(), playbooks.playbooks())
                    .go(
                            playbooks.playbook(records.iterationOf(point)),
                            request,
                            () -> store.history().run(tools, record).rollBack(request.after(), choices));
            if (outcome.state() == RunState.ROLLED_BACK) {
                markLater(record, tools);
            }
            return outcome;
        }
    }

    private void markLater(RunRecord rolledBack, RunTools tools) throws MigrationException {
        try {
            for (RunRecord record : store.history().all()) {
                if (rolledBack.before(record) && !record.undone()) {
                    String undone = "Undone with the rollback of run " + rolledBack.id() + ".";
                    store.history().run(tools, record).markRolledBack(undone);
                    store.retell(record.id(), List.of(undone));
                }
            }
        } catch (IOException e) {
            throw records.unreadable(e);
        }
    }

    /** Returns what going back would do; nothing is touched. */
    WayBack preview(String point, Map<String, Take> choices) throws MigrationException {
        RunRecord record = records.runOf(point);
        RunTools tools = store.tools(store.projectDirectory(), event -> {}, new RunControl());
        EarlierRun run = store.history().run(tools, record);
        try {
            FilesBack files = run.filesBack(choices);
            List<String> open = new ArrayList<>(files.questions());
            files.unreadable(context.request(), context.files())
                    .filter(sentence -> open.isEmpty())
                    .ifPresent(open::add);
            List<String> told = files.told().stream()
                    .filter(sentence -> !open.contains(sentence))
                    .toList();
            return new WayBack(point, told, open, run.stepsBack());
        } catch (DamagedRecordException e) {
            throw new MigrationException("Nothing was touched: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw records.unreadable(e);
        }
    }
}
