package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.restore.FilesBack;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.restore.Take;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                    points.load(run.restorePoint().get())
                            .map(content -> content.withWritten(run.rewritten()))
                            .ifPresent(found::add);
                }
            } catch (DamagedRecordException e) {
                complete = false;
            }
        }
        if (record.restorePoint().isPresent()) {
            points.load(record.restorePoint().get())
                    .map(content -> content.withWritten(record.rewritten()))
                    .ifPresent(found::add);
        }
        return new Undone(found, complete);
    }

    /** Returns the same where the run gone back from, the first of them in time, has given files more texts. */
    Undone with(Map<String, List<Optional<String>>> texts) {
        List<RestoreContent> all = new ArrayList<>(points);
        all.set(all.size() - 1, all.getLast().withWritten(texts));
        return new Undone(all, complete);
    }

    /**
     * Returns what becomes of the files; nothing is touched.
     *
     * @param choices name of a file to what the operator takes of it
     */
    FilesBack files(RunTools tools, Map<String, Take> choices) throws IOException {
        return FilesBack.decide(points, complete, tools.tools().files().root(), choices);
    }

    /**
     * Returns what becomes of the files, with nothing left open.
     *
     * @throws NoWayBackException if something has to be settled first
     */
    FilesBack settled(RunTools tools, Map<String, Take> choices) throws IOException, NoWayBackException {
        FilesBack back = files(tools, choices);
        List<String> open = new ArrayList<>(back.questions());
        if (open.isEmpty()) {
            back.unreadable(tools.tools().request(), tools.tools().disk()).ifPresent(open::add);
        }
        if (!open.isEmpty()) {
            open.addFirst("The way back was not begun, and nothing was touched.");
            throw new NoWayBackException(open);
        }
        return back;
    }
}
