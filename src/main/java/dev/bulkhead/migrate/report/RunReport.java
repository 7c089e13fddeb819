package dev.bulkhead.migrate.report;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.run.ReportFacts;
import dev.bulkhead.migrate.run.RunResult;
import java.util.List;
import java.util.SortedMap;

/**
 * Report of a run: what was decided before, what came of it, and the engine as it was at the end; every number in it was
 * seen, none is a guess.
 *
 * @param playbook the iteration
 * @param facts what was decided before
 * @param result how the run ended, with what was verified and measured
 * @param end the engine afterwards
 */
public record RunReport(Playbook playbook, ReportFacts facts, RunResult result, End end) {

    /**
     * The project on the engine at the end of a run.
     *
     * @param project name of the project
     * @param made the networks that the run made, in the order they were made
     * @param assignments service to the real names of its networks, those of before first
     * @param services service to how it was, for every service that has a container
     * @param practice whether it was the practice engine, so that no real container was touched
     */
    public record End(
            String project,
            List<MadeNetwork> made,
            SortedMap<String, List<String>> assignments,
            SortedMap<String, ObservedContainer.Status> services,
            boolean practice) {
        public End {
            made = List.copyOf(made);
        }
    }

    /**
     * A network that was made.
     *
     * @param members services seen on it, sorted
     */
    public record MadeNetwork(NetworkSpec network, String purpose, List<String> members) {
        public MadeNetwork {
            members = List.copyOf(members);
        }
    }
}
