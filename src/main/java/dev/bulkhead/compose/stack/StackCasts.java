package dev.bulkhead.compose.stack;

import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import dev.bulkhead.compose.schema.KeyPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields whose text becomes a number or a switch where it came from a variable (docker/cli {@code loader/interpolate.go}). */
final class StackCasts {

    private static final Set<String> SWITCHES = Set.of("true", "false", "y", "yes", "on", "n", "no", "off");

    private static final Map<Kind, List<String>> FIELDS = Map.of(
            Kind.INTEGER,
            List.of(
                    "services.*.configs.[].mode",
                    "services.*.secrets.[].mode",
                    "services.*.healthcheck.retries",
                    "services.*.deploy.replicas",
                    "services.*.deploy.update_config.parallelism",
                    "services.*.deploy.rollback_config.parallelism",
                    "services.*.deploy.restart_policy.max_attempts",
                    "services.*.deploy.placement.max_replicas_per_node",
                    "services.*.ports.[].target",
                    "services.*.ports.[].published",
                    "services.*.ulimits.*",
                    "services.*.ulimits.*.hard",
                    "services.*.ulimits.*.soft",
                    "services.*.oom_score_adj"),
            Kind.FLOAT,
            List.of(
                    "services.*.deploy.update_config.max_failure_ratio",
                    "services.*.deploy.rollback_config.max_failure_ratio"),
            Kind.BOOLEAN,
            List.of(
                    "services.*.healthcheck.disable",
                    "services.*.privileged",
                    "services.*.read_only",
                    "services.*.stdin_open",
                    "services.*.tty",
                    "services.*.volumes.[].read_only",
                    "services.*.volumes.[].volume.nocopy",
                    "networks.*.external",
                    "networks.*.internal",
                    "networks.*.attachable",
                    "volumes.*.external",
                    "secrets.*.external",
                    "configs.*.external"));

    private static final Map<Kind, List<KeyPattern>> PATTERNS = FIELDS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().stream().map(KeyPattern::of).toList()));

    private StackCasts() {}

    /** Returns what the text at a path is turned into. */
    static Kind at(List<String> path) {
        return PATTERNS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(pattern -> pattern.matches(path)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.STRING);
    }

    /** Returns the text as Go prints what it is turned into; empty where it cannot be. */
    static Optional<String> cast(Kind kind, String text) {
        return switch (kind) {
            case INTEGER -> Optional.of(text).filter(digits -> digits.matches("[-+]?\\d{1,18}"));
            case FLOAT -> Optional.of(text).filter(digits -> digits.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)"));
            case BOOLEAN ->
                Optional.of(text.toLowerCase(Locale.ROOT))
                        .filter(SWITCHES::contains)
                        .map(word -> Boolean.toString(
                                Set.of("true", "y", "yes", "on").contains(word)));
            case STRING, TIMESTAMP, NULL -> Optional.of(text);
        };
    }
}
