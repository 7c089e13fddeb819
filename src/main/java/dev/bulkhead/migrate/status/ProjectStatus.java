package dev.bulkhead.migrate.status;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Status of a project on the path of the iterations, as its records tell it.
 *
 * @param project name of the project
 * @param at when the records were read
 * @param iterations every iteration of the path in order
 * @param records what else they tell
 * @param pathTrouble why playbooks of the operator's own are not on the path
 */
public record ProjectStatus(
        String project, Instant at, List<IterationStatus> iterations, Records records, Optional<String> pathTrouble) {

    public ProjectStatus {
        iterations = List.copyOf(iterations);
    }

    /**
     * Records of runs that are not at their end, or that can be gone back from.
     *
     * @param openRun a run that was left in the middle
     * @param waiting a run that is done and waits for the operator's word
     * @param points restore points, newest first
     * @param practised ids of runs that were carried out on the practice engine
     */
    public record Records(
            Optional<RunRecord> openRun,
            Optional<OnProbation> waiting,
            List<RestorePoint> points,
            Set<String> practised) {
        public Records {
            points = List.copyOf(points);
            practised = Set.copyOf(practised);
        }
    }

    /**
     * Path of a project, before it is known how far it has come.
     *
     * @param iterations all of them, in order
     * @param skipped ids of those that the operator does not want
     * @param trouble why playbooks of the operator's own are not among them
     */
    public record Path(List<Playbook> iterations, Set<String> skipped, Optional<String> trouble) {
        public Path {
            iterations = List.copyOf(iterations);
            skipped = Set.copyOf(skipped);
        }
    }

    /**
     * Where one iteration stands.
     *
     * @param completion the run of it that last succeeded and was not rolled back since
     * @param waitsFor ids of iterations that it builds on and that are not done
     */
    public record IterationStatus(
            Playbook playbook, Standing standing, Optional<Completion> completion, List<String> waitsFor) {
        public IterationStatus {
            waitsFor = List.copyOf(waitsFor);
        }

        /** Returns when it was completed. */
        public Optional<Instant> completed() {
            return completion.map(Completion::at);
        }

        /** Returns whether that was on the practice engine. */
        public boolean practice() {
            return completion.filter(Completion::practice).isPresent();
        }
    }

    /**
     * Completion of an iteration.
     *
     * @param run id of the run
     * @param at when it last wrote
     * @param practice whether it was carried out on the practice engine
     * @param took from the begin of its first step to the end of its last
     * @param away service to how long it was away meanwhile
     */
    public record Completion(
            String run, Instant at, boolean practice, Duration took, SortedMap<String, Downtime> away) {
        public Completion {
            away = Collections.unmodifiableSortedMap(new TreeMap<>(away));
        }
    }

    /** How far an iteration is. */
    public enum Standing {
        COMPLETE,
        NEXT,
        PENDING,
        SKIPPED
    }

    /** Returns the iterations that stand somewhere. */
    public List<IterationStatus> with(Standing standing) {
        return iterations.stream()
                .filter(iteration -> iteration.standing() == standing)
                .toList();
    }

    /** Returns the iteration to go on with. */
    public Optional<Playbook> next() {
        return with(Standing.NEXT).stream().findFirst().map(IterationStatus::playbook);
    }
}
