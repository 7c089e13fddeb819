package dev.bulkhead.migrate;

import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reader of a project's records, its runs and restore points; what is missing or cannot be read is told in a sentence. */
final class RecordReader {

    private final MigrationContext context;
    private final MigrationStore store;

    RecordReader(MigrationContext context, MigrationStore store) {
        this.context = context;
        this.store = store;
    }

    /** Returns all runs, oldest first. */
    List<RunRecord> runs() throws MigrationException {
        try {
            return store.history().all();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns a run by its id. */
    RunRecord run(String id) throws MigrationException {
        return runs().stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no run '" + id + "'."));
    }

    /** Returns a run by its id, if there is one. */
    Optional<RunRecord> find(String run) throws MigrationException {
        try {
            return store.history().find(run);
        } catch (IOException e) {
            throw new MigrationException("The journal of run " + run + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Returns the run that was left in the middle, if there is one. */
    Optional<RunRecord> openRun() throws MigrationException {
        try {
            return store.history().openRun();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns what a run was asked for. */
    RunRequest request(RunRecord record, Topology after) throws MigrationException {
        try {
            return store.history().request(record, after);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the restore points, newest first. */
    List<RestorePoint> restorePoints() throws MigrationException {
        // one whose run never came to know it was taken by a run that was cut off before it touched anything
        Set<String> secured = runs().stream()
                .flatMap(record -> record.restorePoint().stream())
                .collect(Collectors.toSet());
        try {
            return store.restorePoints().list().points().stream()
                    .filter(point -> secured.contains(point.id()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the id of the newest restore point from which something leads back: a run that had nothing to do changed nothing. */
    String newestPoint() throws MigrationException {
        Set<String> idle = runs().stream()
                .filter(record -> record.steps() == 0)
                .flatMap(record -> record.restorePoint().stream())
                .collect(Collectors.toSet());
        List<RestorePoint> points = restorePoints();
        return points.stream()
                .filter(point -> !idle.contains(point.id()))
                .findFirst()
                .or(() -> points.stream().findFirst())
                .map(RestorePoint::id)
                .orElseThrow(() -> new MigrationException(
                        "There is no restore point in " + context.state().path() + "; nothing has been applied."));
    }

    /** Returns the run that took a restore point. */
    RunRecord runOf(String point) throws MigrationException {
        return runs().stream()
                .filter(record -> record.restorePoint().filter(point::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> noPoint(point));
    }

    /** Returns the id of the iteration that a restore point was taken for. */
    String iterationOf(String point) throws MigrationException {
        return restorePoints().stream()
                .filter(candidate -> candidate.id().equals(point))
                .findFirst()
                .map(RestorePoint::iteration)
                .orElseThrow(() -> noPoint(point));
    }

    /** Returns the records that cannot be used, in whole or in part. */
    List<Damage> damaged() throws MigrationException {
        try {
            List<Damage> damaged = new ArrayList<>(store.history().damaged());
            damaged.addAll(store.restorePoints().list().damaged());
            return damaged;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Says that there is no such restore point, or that it is damaged. */
    private MigrationException noPoint(String id) {
        try {
            return damaged().stream()
                    .filter(damage -> damage.record().equals(id))
                    .findFirst()
                    .map(damage -> new MigrationException("Nothing was touched: " + damage.sentence()))
                    .orElseGet(() -> new MigrationException("There is no restore point '" + id + "'."));
        } catch (MigrationException e) {
            return e;
        }
    }

    MigrationException unreadable(IOException e) {
        return new MigrationException(
                "Bulkhead's records in " + context.state().path() + " cannot be read: " + e.getMessage() + ".", e);
    }
}
