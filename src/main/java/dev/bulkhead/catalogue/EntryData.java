package dev.bulkhead.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry as the catalogue's YAML states it, before anything about it is checked. */
record EntryData(
        @Nullable String id,
        @Nullable String name,
        @Nullable String icon,
        @Nullable List<String> images,
        @Nullable String tier,
        @Nullable List<String> also,
        @Nullable String role,
        @JsonProperty("web-port") @Nullable Integer webPort,
        @Nullable List<Integer> ports,
        @JsonProperty("health-check") @Nullable String healthCheck,
        @Nullable MetricsData metrics,
        @Nullable String internet,
        @Nullable List<String> secrets,
        @JsonProperty("secret-file") @Nullable String secretFile,
        @JsonProperty("secret-path") @Nullable String secretPath,
        @JsonProperty("secret-reader") @Nullable String secretReader,
        @JsonProperty("secret-lasting") @Nullable List<String> secretLasting,
        @JsonProperty("secret-renew") @Nullable String secretRenew,
        @JsonProperty("secret-by-hand") @Nullable String secretByHand,
        @Nullable MachinesData machines,
        @JsonProperty("talks-to") @Nullable List<FlowData> talksTo) {

    /** One usual flow; without a port, the target's main one. */
    record FlowData(
            @Nullable String to,
            @Nullable Integer port,
            @Nullable String why) {}

    /** Measurements that it offers; without a path, {@code /metrics}. */
    record MetricsData(
            @Nullable Integer port,
            @Nullable String path,
            @Nullable String needs) {}

    /** By which paths programs come, who they are, and by what they sign in. */
    record MachinesData(
            @Nullable List<String> paths,
            @Nullable String who,
            @Nullable String by) {}

    /** An entry and where it stands, as {@code file:line}. */
    record Located(String at, EntryData data) {}

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
