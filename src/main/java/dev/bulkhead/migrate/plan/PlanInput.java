package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * Input of a plan; nothing in it is looked at live.
 *
 * @param id id of the iteration, or what else the change is known by
 * @param title its title for people
 * @param goal where the change leads
 * @param before the project as its files say now
 * @param files for each phase of the goal, how the files change in it
 * @param observed the engine as it is
 */
public record PlanInput(
        String id, String title, Goal goal, Topology before, List<PhaseFiles> files, ObservedState observed) {

    public PlanInput {
        files = List.copyOf(files);
        if (files.size() != goal.phases().size()) {
            throw new IllegalArgumentException("Every phase says how its files read.");
        }
    }

    /**
     * How the files change in one phase.
     *
     * @param after the project as its files say then
     * @param changes how the files change
     * @param secrets the secret files of the phase that are not there yet
     */
    public record PhaseFiles(Topology after, List<TextChange> changes, List<SecretFile> secrets) {
        public PhaseFiles {
            changes = List.copyOf(changes);
            secrets = List.copyOf(secrets);
        }

        /** A phase that lacks no secret files. */
        public PhaseFiles(Topology after, List<TextChange> changes) {
            this(after, changes, List.of());
        }
    }
}
