package dev.bulkhead.migrate.report;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a run did and what was measured while it did it; every number in it was seen, none is a guess.
 *
 * @param playbook the iteration
 * @param project name of the project
 * @param ended how it ended, and when
 * @param networks the networks it made, and who stands in them
 * @param changes what it changed
 * @param checks what was verified
 * @param measured what was measured
 */
public record RunReport(
        Playbook playbook,
        String project,
        Ending ended,
        Segmentation networks,
        Changes changes,
        List<CheckResult> checks,
        Measurements measured) {

    public RunReport {
        checks = List.copyOf(checks);
    }

    /**
     * How a run ended.
     *
     * @param state its last state
     * @param restorePoint the way back; empty when it ended before there was one
     * @param issues what was met on the way, one sentence each
     */
    public record Ending(
            RunState state, Instant started, Instant at, Optional<RestorePoint> restorePoint, List<String> issues) {
        public Ending {
            issues = List.copyOf(issues);
        }
    }

    /**
     * The networks a run made, and who stands in them.
     *
     * @param made the networks with their purposes, in the order they were made
     * @param assignments service to the real names of its networks, as seen on the engine, those of before first
     * @param unattached service to the reason why it joins no network
     * @param notes what was known beforehand to stay as it is
     * @param handouts what the operator takes along
     */
    public record Segmentation(
            List<MadeNetwork> made,
            SortedMap<String, List<String>> assignments,
            SortedMap<String, String> unattached,
            List<String> notes,
            List<Handout> handouts) {
        public Segmentation {
            made = List.copyOf(made);
            notes = List.copyOf(notes);
            handouts = List.copyOf(handouts);
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

    /**
     * What a run changed.
     *
     * @param files file name to what was done to it
     * @param settings changes of environment variables and labels, without secret values
     */
    public record Changes(SortedMap<String, String> files, List<String> settings) {
        public Changes {
            settings = List.copyOf(settings);
        }
    }

    /**
     * What was measured.
     *
     * @param away service to how long it was away, from the engine's events; those that never were are left out
     * @param operations how long the operations took together
     * @param services service to how it was at the end, for every service that has a container
     */
    public record Measurements(
            SortedMap<String, Downtime> away,
            Duration operations,
            SortedMap<String, ObservedContainer.Status> services) {

        /** Returns the longest time that any one service was away. */
        public Duration worst() {
            return away.values().stream()
                    .map(Downtime::away)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }
    }
}
