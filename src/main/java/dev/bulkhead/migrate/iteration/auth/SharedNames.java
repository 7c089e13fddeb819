package dev.bulkhead.migrate.iteration.auth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names on which ports tell services apart. A portal is told the port and heeds it in no rule (Authelia documentation, Access
 * Control, domain: the host name alone is compared), so all services behind one name that ask at it share one rule.
 */
final class SharedNames {

    private SharedNames() {}

    /** Returns the other entrances that have a name of this one on ports of their own. */
    static List<Entrance> beside(Entrance entrance, List<Entrance> all) {
        return entrance.written().isEmpty()
                ? List.of()
                : all.stream()
                        .filter(other -> !other.equals(entrance)
                                && other.written().isPresent()
                                && other.hosts().stream().anyMatch(entrance.hosts()::contains))
                        .toList();
    }

    /** Returns why decisions cannot be told to a portal, as a sentence; empty where they can. */
    static Optional<String> obstacle(List<Decision> decisions) {
        for (Decision one : decisions) {
            for (Decision other : decisions) {
                boolean shared =
                        beside(one.entrance(), List.of(other.entrance())).size() == 1;
                if (shared && one.guarded() && other.guarded() && one.access() != other.access()) {
                    return Optional.of("A portal sees no ports, so "
                            + one.entrance().id() + " cannot ask for "
                            + one.access().word() + " where " + other.entrance().id() + " asks for "
                            + other.access().word() + "; answer the same for all services of "
                            + one.entrance().hosts().getFirst() + " that are not open.");
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the entrances in a few words. */
    static String text(List<Entrance> entrances) {
        return entrances.stream().map(Entrance::text).collect(Collectors.joining(", "));
    }
}
