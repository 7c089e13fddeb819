package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan is made from; nothing in it is looked at live.
 *
 * @param id id of the iteration, or what else the change is known by
 * @param title its title for people
 * @param goal where the change leads
 * @param before the project as its files say now
 * @param files for each phase of the goal, how the files change in it
 * @param observed the engine as it is
 * @param outdated service to why its container, which is there, is not what the files say now, as part of a sentence
 */
public record PlanInput(
        String id,
        String title,
        Goal goal,
        Topology before,
        List<PhaseFiles> files,
        ObservedState observed,
        SortedMap<String, String> outdated) {

    public PlanInput {
        files = List.copyOf(files);
        outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
        if (files.size() != goal.phases().size()) {
            throw new IllegalArgumentException("Every phase says how its files read.");
        }
    }

    /**
     * How the files change in one phase.
     *
     * @param after the project as its files say then
     * @param changes how the files change
     */
    public record PhaseFiles(Topology after, List<TextChange> changes) {
        public PhaseFiles {
            changes = List.copyOf(changes);
        }
    }
}
