package dev.bulkhead.engine;

import dev.bulkhead.topology.PortMapping;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container as the engine has it.
 *
 * @param id the engine's id
 * @param name its name without the leading slash
 * @param image the image reference it was created from
 * @param labels its labels, which tell project and service
 * @param status whether it runs and how it feels
 * @param networkMode the engine's word for it; {@code container:<id>} when it shares a namespace
 * @param endpoints its memberships, sorted by network name
 * @param ports its published ports, as bound at this moment
 */
public record ObservedContainer(
        String id,
        String name,
        String image,
        Map<String, String> labels,
        Status status,
        String networkMode,
        List<ObservedEndpoint> endpoints,
        List<PortMapping> ports) {

    public static final String PROJECT_LABEL = "com.docker.compose.project";
    public static final String SERVICE_LABEL = "com.docker.compose.service";
    public static final String HASH_LABEL = "com.docker.compose.config-hash";

    public ObservedContainer {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    /** Life of a container, as the engine names it. */
    public enum RunState {
        CREATED,
        RUNNING,
        PAUSED,
        RESTARTING,
        REMOVING,
        EXITED,
        DEAD
    }

    /** Result of a container's health check. */
    public enum Health {
        /** It has no health check. */
        NONE,
        STARTING,
        HEALTHY,
        UNHEALTHY
    }

    /**
     * Whether a container runs and how it feels.
     *
     * @param since when it was last started, if ever
     * @param restarts how often the engine restarted it by policy
     */
    public record Status(RunState state, Health health, Optional<Instant> since, int restarts) {

        /** Returns whether nothing is left to wait for: it runs, and is healthy if it can tell. */
        public boolean ready() {
            return state == RunState.RUNNING && (health == Health.NONE || health == Health.HEALTHY);
        }
    }

    /** Returns the Compose project it belongs to. */
    public Optional<String> project() {
        return Optional.ofNullable(labels.get(PROJECT_LABEL));
    }

    /** Returns the Compose service it belongs to. */
    public Optional<String> service() {
        return Optional.ofNullable(labels.get(SERVICE_LABEL));
    }

    /** Returns its membership in the network of a real name. */
    public Optional<ObservedEndpoint> endpoint(String network) {
        return endpoints.stream().filter(e -> e.network().equals(network)).findFirst();
    }
}
