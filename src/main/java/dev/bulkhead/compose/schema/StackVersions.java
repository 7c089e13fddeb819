package dev.bulkhead.compose.schema;

import java.util.List;
import java.util.Map;

/** Versions of the format of stack files that came to know a key (docker/cli {@code cli/compose/schema/data}). */
final class StackVersions {

    private static final Map<String, Integer> SINCE = Map.ofEntries(
            Map.entry("secrets", 1),
            Map.entry("services.*.secrets", 1),
            Map.entry("networks.*.attachable", 2),
            Map.entry("services.*.deploy.endpoint_mode", 2),
            Map.entry("services.*.ports.[].*", 2),
            Map.entry("services.*.volumes.[].*", 2),
            Map.entry("configs", 3),
            Map.entry("services.*.configs", 3),
            Map.entry("services.*.credential_spec", 3),
            Map.entry("services.*.deploy.placement.preferences", 3),
            Map.entry("services.*.deploy.update_config.order", 4),
            Map.entry("services.*.healthcheck.start_period", 4),
            Map.entry("volumes.*.name", 4),
            Map.entry("configs.*.name", 5),
            Map.entry("networks.*.name", 5),
            Map.entry("secrets.*.name", 5),
            Map.entry("services.*.deploy.resources.reservations.generic_resources", 5),
            Map.entry("services.*.isolation", 5),
            Map.entry("services.*.build.cache_from", 2),
            Map.entry("services.*.build.labels", 3),
            Map.entry("services.*.build.network", 4),
            Map.entry("services.*.build.target", 4),
            Map.entry("services.*.build.shm_size", 5),
            Map.entry("services.*.build.extra_hosts", 9),
            Map.entry("services.*.volumes.[].tmpfs", 6),
            Map.entry("services.*.deploy.rollback_config", 7),
            Map.entry("services.*.init", 7),
            Map.entry("configs.*.template_driver", 8),
            Map.entry("secrets.*.driver", 8),
            Map.entry("secrets.*.driver_opts", 8),
            Map.entry("secrets.*.template_driver", 8),
            Map.entry("services.*.credential_spec.config", 8),
            Map.entry("services.*.deploy.placement.max_replicas_per_node", 8),
            Map.entry("services.*.cgroupns_mode", 9),
            Map.entry("services.*.deploy.resources.limits.pids", 9),
            Map.entry("services.*.healthcheck.start_interval", 12),
            Map.entry("services.*.networks.*.driver_opts", 13),
            Map.entry("services.*.oom_score_adj", 13));

    /** Extensions came to the top of a file first, and then to what is below. */
    private static final int EXTENSIONS_ON_TOP = 4;

    private static final int EXTENSIONS = 7;

    private static final KeyPattern BUILD = KeyPattern.of("services.*.build.*");

    /** Since then a build may say what it likes. */
    private static final int ANY_BUILD = 11;

    private StackVersions() {}

    /**
     * Returns the first version that knows a key; 0 where all do.
     *
     * @param named whether the newest names it, and does not take any
     */
    static int since(List<String> path, boolean named) {
        if (!named && BUILD.matches(path)) {
            return ANY_BUILD;
        }
        if (path.getLast().startsWith("x-")) {
            return path.size() == 1 ? EXTENSIONS_ON_TOP : path.size() == 3 ? EXTENSIONS : 0;
        }
        return SINCE.entrySet().stream()
                .filter(entry -> KeyPattern.of(entry.getKey()).matches(path))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }
}
