package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.migrate.restore.RestorePoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Restore points of the runs that one way back undoes.
 *
 * @param points those that can be read, the last run's first, that of the run gone back from at the end
 * @param complete whether those of all later runs can be read
 */
record Undone(List<RestoreContent> points, boolean complete) {

    Undone {
        points = List.copyOf(points);
    }

    /**
     * Reads them.
     *
     * @param later runs that came after the one gone back from, last first
     * @throws DamagedRecordException if that of the run gone back from cannot be used
     */
    static Undone of(RestorePoints points, RunRecord record, List<RunRecord> later) throws IOException {
        List<RestoreContent> found = new ArrayList<>();
        boolean complete = true;
        for (RunRecord run : later) {
            try {
                if (run.restorePoint().isPresent()) {
                    points.load(run.restorePoint().get()).ifPresent(found::add);
                }
            } catch (DamagedRecordException e) {
                complete = false;
            }
        }
        if (record.restorePoint().isPresent()) {
            points.load(record.restorePoint().get()).ifPresent(found::add);
        }
        return new Undone(found, complete);
    }
}
