package dev.bulkhead.migrate.status;

import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.run.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Status of a project: where it stands on the path of the iterations, and how its services are.
 *
 * @param project name of the project
 * @param at when this was looked at
 * @param iterations every iteration of the path in order
 * @param health the engine's view; empty when no engine answers
 * @param engineTrouble why no engine answers
 * @param openRun a run that was left in the middle
 * @param practised ids of runs that were carried out on the practice engine
 * @param pathTrouble why playbooks of the operator's own are not on the path
 */
public record ProjectStatus(
        String project,
        Instant at,
        List<IterationStatus> iterations,
        Optional<Health> health,
        Optional<String> engineTrouble,
        Optional<RunRecord> openRun,
        Set<String> practised,
        Optional<String> pathTrouble) {

    public ProjectStatus {
        iterations = List.copyOf(iterations);
        practised = Set.copyOf(practised);
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
     * @param completed when a run of it last succeeded and was not rolled back since
     * @param practice whether that run was carried out on the practice engine
     */
    public record IterationStatus(
            Playbook playbook, Standing standing, Optional<Instant> completed, boolean practice) {}

    /** How far an iteration is. */
    public enum Standing {
        COMPLETE,
        NEXT,
        PENDING,
        SKIPPED
    }

    /**
     * The project's services as the engine has them.
     *
     * @param services service to its status, for every service that has a container
     * @param missing services that have no container
     * @param networks how many networks the project's containers are on
     * @param segmented how many of them an iteration made
     * @param internal how many of them are internal
     * @param cutOff services that run without a network: the owner of the namespace they share was started again since
     * @param resources what the services use together, where the engine measures it
     */
    public record Health(
            SortedMap<String, ObservedContainer.Status> services,
            List<String> missing,
            int networks,
            int segmented,
            int internal,
            Set<String> cutOff,
            Optional<ResourceUse> resources) {
        public Health {
            missing = List.copyOf(missing);
            cutOff = Set.copyOf(cutOff);
        }

        /** Returns whether a service can do its work: it runs, is healthy if it can tell, and has its network. */
        public boolean ready(String service) {
            return services.containsKey(service) && services.get(service).ready() && !cutOff.contains(service);
        }
    }
}
