package dev.bulkhead.migrate.iteration;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Turns of a project's services; those that share a namespace go together. */
public final class Turns {

    private Turns() {}

    /** Returns service to its turn, one at a time, by what each does. */
    public static SortedMap<String, Turn> oneByOne(Evidence evidence) {
        return of(evidence, owner -> owner, (profile, _) -> stage(profile));
    }

    /**
     * Returns service to its turn.
     *
     * @param group owner of a service's namespace to its group
     * @param stage service and group to its stage, where it shares its namespace with nobody
     */
    public static SortedMap<String, Turn> of(
            Evidence evidence, UnaryOperator<String> group, BiFunction<ServiceProfile, String, Stage> stage) {
        SortedMap<String, Turn> turns = new TreeMap<>();
        for (ServiceProfile profile : evidence.profiles()) {
            String owner = evidence.namespaceOwner(profile.key());
            boolean shared = !evidence.namespaceSharers(owner).isEmpty();
            turns.put(
                    profile.key(),
                    new Turn(
                            shared ? Stage.NAMESPACE : stage.apply(profile, group.apply(owner)),
                            group.apply(owner),
                            owner.equals(profile.key()) ? Optional.empty() : Optional.of(owner),
                            profile.does(Role.VPN)));
        }
        return turns;
    }

    private static Stage stage(ServiceProfile profile) {
        return profile.role()
                .map(role -> switch (role) {
                    case REVERSE_PROXY, TUNNEL -> Stage.INGRESS;
                    case DATABASE, CACHE, QUEUE, STORAGE, AUTH, SECRETS, DNS, VPN -> Stage.CORE;
                    case METRICS, EXPORTER, LOGS, ALERTING, DASHBOARD, MANAGEMENT, GUARD -> Stage.MONITORING;
                    case DOWNLOADER, AUTOMATION -> Stage.BACKGROUND;
                    case APP -> Stage.APPS;
                })
                .orElse(Stage.BACKGROUND);
    }
}
