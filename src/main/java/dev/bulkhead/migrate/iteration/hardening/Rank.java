package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import java.util.List;
import java.util.Set;

/** Rank of services in the order in which they are hardened: whose failure harms least comes first. */
final class Rank {

    private static final List<Set<Role>> ORDER = List.of(
            Set.of(Role.EXPORTER, Role.METRICS, Role.ALERTING, Role.LOGS),
            Set.of(Role.MANAGEMENT, Role.GUARD, Role.DASHBOARD),
            Set.of(Role.AUTOMATION),
            Set.of(Role.DOWNLOADER, Role.VPN),
            Set.of(Role.APP),
            Set.of(Role.CACHE, Role.QUEUE, Role.STORAGE, Role.DATABASE),
            Set.of(Role.DNS, Role.AUTH, Role.SECRETS),
            Set.of(Role.TUNNEL, Role.REVERSE_PROXY));

    /** Roles that much else waits for. */
    static final Set<Role> CARRIES = Set.of(Role.DATABASE, Role.AUTH, Role.REVERSE_PROXY, Role.DNS);

    private Rank() {}

    /** Returns a service's rank, 0 for the first; one of which nothing is known comes with the apps. */
    static int of(ServiceProfile profile) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (profile.role().filter(ORDER.get(i)::contains).isPresent()) {
                return i;
            }
        }
        return 4;
    }
}
