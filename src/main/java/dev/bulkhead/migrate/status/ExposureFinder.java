package dev.bulkhead.migrate.status;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.status.ExposureChange.OpenPorts;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Finder of what was open before the first iteration of a project: the restore point of that run holds the whole state of the
 * engine, also of the services whose files the run did not touch.
 */
public final class ExposureFinder {

    private final String project;
    private final Optional<RunRecord> first;
    private final RestorePoints points;

    /**
     * Looks at the restore point of a run.
     *
     * @param first the first run of an iteration of which something is left
     */
    public ExposureFinder(String project, Optional<RunRecord> first, RestorePoints points) {
        this.project = project;
        this.first = first;
        this.points = points;
    }

    /** Returns what was open then and what is open now. */
    public ExposureChange find(OpenPorts now) {
        return new ExposureChange(before(now.at()), now);
    }

    /** Returns the state of the engine then, if it is known. */
    public Optional<ObservedState> stateBefore() {
        try {
            return first.isEmpty()
                    ? Optional.empty()
                    : points.load(first.get().restorePoint().orElse(first.get().id()))
                            .map(RestoreContent::state);
        } catch (IOException unreadable) {
            return Optional.empty(); // what was open then says why
        }
    }

    private Measured<OpenPorts> before(Instant at) {
        if (first.isEmpty()) {
            return Measured.unknown(
                    at,
                    "No iteration has been applied yet. What is open now is kept with the restore point of the first one, and"
                            + " stands here from then on.");
        }
        String id = first.get().restorePoint().orElse(first.get().id());
        try {
            Optional<RestoreContent> content = points.load(id);
            return content.map(found -> Measured.seen(
                            found.point().taken(),
                            ExposureChange.of(found.point().taken(), found.state(), project)))
                    .orElseGet(() -> Measured.unknown(
                            at,
                            "Restore point " + id
                                    + ", which held what was open before the first iteration, was removed (bulkhead prune"
                                    + " does that), and nothing else tells it."));
        } catch (IOException e) {
            return Measured.unknown(
                    at,
                    "Restore point " + id + ", which holds what was open before the first iteration, cannot be read: "
                            + e.getMessage() + ".");
        }
    }
}
