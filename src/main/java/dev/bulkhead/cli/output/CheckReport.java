package dev.bulkhead.cli.output;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.FindingsChange;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Report of a check, whatever format it is told in.
 *
 * @param project the project's name
 * @param places where its files are in the repository
 * @param judgement what was found
 * @param since what it is compared with
 * @param at when it was made
 */
public record CheckReport(
        String project, RepositoryPlaces places, Judgement judgement, Optional<Since> since, Instant at) {

    /**
     * Another state that is compared with.
     *
     * @param name how it is called
     * @param change the findings that came and went
     * @param reach who reaches whom otherwise, where that was asked for and can be told
     */
    public record Since(String name, FindingsChange change, Optional<ReachChanges> reach) {}

    /**
     * Difference of who reaches whom, with the projects it comes from.
     *
     * @param diff the difference
     */
    public record ReachChanges(ReachDiff diff, Side before, Side after) {}

    /** A project before or after a change, with the places of its parts. */
    public record Side(Topology topology, SourceMap sources) {}

    /** Returns how the project is called among others of the repository. */
    String title() {
        String folder = places.prefix().isEmpty()
                ? ""
                : places.prefix().substring(0, places.prefix().length() - 1);
        boolean named = folder.equals(project) || folder.endsWith("/" + project);
        return folder.isEmpty() ? project : folder + (named ? "" : " (" + project + ")");
    }

    /** Returns the findings that decide the exit code: all of them, or only those that came. */
    public List<Finding> counting() {
        return since.map(other -> other.change().added()).orElse(judgement.findings());
    }

    /** Returns whether a finding came with the change; false where nothing is compared. */
    boolean isNew(Finding finding) {
        return since.map(other -> other.change().added().contains(finding)).orElse(false);
    }
}
