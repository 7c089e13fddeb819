package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fields whose text Compose turns into a number or a switch once its variables are replaced (compose-go {@code
 * loader/interpolate.go}).
 */
final class Casts {

    /** What a text is turned into. */
    enum Cast {
        INTEGER("a whole number", "write digits only"),
        /** Of the numbers that Compose keeps without a sign ({@code types/types.go}). */
        COUNT("a whole number from 0 on", "write digits only"),
        FLOAT("a number", "write digits"),
        BOOLEAN("true or false", "write one of them");

        private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
        private static final Pattern DECIMAL =
                Pattern.compile("[-+]?((\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?|(?i:inf|infinity|nan))");

        private static final Set<String> SWITCHES = Set.of("true", "false", "y", "yes", "on", "n", "no", "off");

        private final String words;
        private final String fix;

        Cast(String words, String fix) {
            this.words = words;
            this.fix = fix;
        }

        String words() {
            return words;
        }

        String fix() {
            return fix;
        }

        /** Returns what the text becomes; empty where Compose refuses it. */
        Optional<ScalarValue> of(ScalarValue text) {
            String written = text.text();
            return switch (this) {
                case INTEGER -> as(Kind.INTEGER, text, WHOLE.matcher(written).matches() && isLong(written));
                case COUNT ->
                    as(
                            Kind.INTEGER,
                            text,
                            WHOLE.matcher(written).matches() && isLong(written) && !isBelowZero(written));
                case FLOAT -> as(Kind.FLOAT, text, DECIMAL.matcher(written).matches());
                case BOOLEAN -> as(Kind.BOOLEAN, text, SWITCHES.contains(written.toLowerCase(Locale.ROOT)));
            };
        }

        private static Optional<ScalarValue> as(Kind kind, ScalarValue text, boolean fits) {
            return fits ? Optional.of(new ScalarValue(text.place(), kind, text.text())) : Optional.empty();
        }

        /** Returns whether a number that needs no turning is none of these. */
        boolean refuses(ScalarValue number) {
            return this == COUNT && number.kind() == Kind.INTEGER && isBelowZero(number.text());
        }

        private static boolean isBelowZero(String digits) {
            return digits.startsWith("-") && !digits.matches("-0+");
        }

        private static boolean isLong(String digits) {
            try {
                Long.parseLong(digits);
                return true;
            } catch (NumberFormatException tooLarge) {
                return false;
            }
        }
    }

    private static final Map<String, Cast> OF_RESOURCES = Map.of("external", Cast.BOOLEAN);

    private static final Map<String, Map<String, Cast>> BY_DEFINITION = Map.of(
            "service",
            Map.ofEntries(
                    Map.entry("cpu_count", Cast.INTEGER),
                    Map.entry("cpu_percent", Cast.FLOAT),
                    Map.entry("cpu_period", Cast.INTEGER),
                    Map.entry("cpu_quota", Cast.INTEGER),
                    Map.entry("cpu_rt_period", Cast.INTEGER),
                    Map.entry("cpu_rt_runtime", Cast.INTEGER),
                    Map.entry("cpus", Cast.FLOAT),
                    Map.entry("cpu_shares", Cast.INTEGER),
                    Map.entry("init", Cast.BOOLEAN),
                    Map.entry("deploy.replicas", Cast.INTEGER),
                    Map.entry("deploy.update_config.parallelism", Cast.COUNT),
                    Map.entry("deploy.update_config.max_failure_ratio", Cast.FLOAT),
                    Map.entry("deploy.rollback_config.parallelism", Cast.COUNT),
                    Map.entry("deploy.rollback_config.max_failure_ratio", Cast.FLOAT),
                    Map.entry("deploy.restart_policy.max_attempts", Cast.COUNT),
                    Map.entry("deploy.placement.max_replicas_per_node", Cast.COUNT),
                    Map.entry("deploy.resources.limits.pids", Cast.INTEGER),
                    Map.entry("healthcheck.retries", Cast.COUNT),
                    Map.entry("healthcheck.disable", Cast.BOOLEAN),
                    Map.entry("oom_kill_disable", Cast.BOOLEAN),
                    Map.entry("oom_score_adj", Cast.INTEGER),
                    Map.entry("pids_limit", Cast.INTEGER),
                    Map.entry("blkio_config.weight", Cast.COUNT),
                    Map.entry("ports.*.target", Cast.INTEGER),
                    Map.entry("privileged", Cast.BOOLEAN),
                    Map.entry("read_only", Cast.BOOLEAN),
                    Map.entry("scale", Cast.INTEGER),
                    Map.entry("stdin_open", Cast.BOOLEAN),
                    Map.entry("tty", Cast.BOOLEAN),
                    Map.entry("ulimits.*", Cast.INTEGER),
                    Map.entry("ulimits.*.hard", Cast.INTEGER),
                    Map.entry("ulimits.*.soft", Cast.INTEGER),
                    Map.entry("volumes.*.read_only", Cast.BOOLEAN),
                    Map.entry("volumes.*.tmpfs.mode", Cast.COUNT),
                    Map.entry("volumes.*.volume.nocopy", Cast.BOOLEAN)),
            "network",
            Map.of(
                    "external", Cast.BOOLEAN,
                    "internal", Cast.BOOLEAN,
                    "attachable", Cast.BOOLEAN,
                    "enable_ipv4", Cast.BOOLEAN,
                    "enable_ipv6", Cast.BOOLEAN),
            "volume",
            OF_RESOURCES,
            "secret",
            OF_RESOURCES,
            "config",
            OF_RESOURCES);

    private final Map<String, Cast> casts;

    Casts(String definition) {
        this.casts = BY_DEFINITION.getOrDefault(definition, Map.of());
    }

    /** Returns what the text at a path is turned into; items of lists have any name. */
    Optional<Cast> at(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Cast exact = casts.get(String.join(".", path));
        if (exact != null || path.size() < 2) {
            return Optional.ofNullable(exact);
        }
        String rest = path.size() == 2 ? "" : "." + String.join(".", path.subList(2, path.size()));
        return Optional.ofNullable(casts.get(path.getFirst() + ".*" + rest));
    }
}
