package dev.bulkhead.engine.observed;

import dev.bulkhead.topology.PortMapping;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container as the engine has it.
 *
 * @param id the engine's id
 * @param name its name without the leading slash
 * @param made what it was made from
 * @param status whether it runs and how it feels
 * @param endpoints its memberships, sorted by network name
 * @param ports its published ports, as bound at this moment
 */
public record ObservedContainer(
        String id, String name, Made made, Status status, List<ObservedEndpoint> endpoints, List<PortMapping> ports) {

    public static final String PROJECT_LABEL = "com.docker.compose.project";
    public static final String SERVICE_LABEL = "com.docker.compose.service";
    public static final String HASH_LABEL = "com.docker.compose.config-hash";

    /** Label with the number that Compose gave it among those of its service. */
    public static final String NUMBER_LABEL = "com.docker.compose.container-number";

    public static final String DIRECTORY_LABEL = "com.docker.compose.project.working_dir";
    public static final String FILES_LABEL = "com.docker.compose.project.config_files";

    public ObservedContainer {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    /** A container of which image id and environment are not known. */
    public ObservedContainer(
            String id,
            String name,
            String image,
            Map<String, String> labels,
            Status status,
            String networkMode,
            List<ObservedEndpoint> endpoints,
            List<PortMapping> ports) {
        this(
                id,
                name,
                new Made(image, "", labels, ObservedEnvironment.UNKNOWN, networkMode, List.of()),
                status,
                endpoints,
                ports);
    }

    /**
     * What a container was made from; never changes during its life.
     *
     * @param image the image reference it was created from
     * @param imageId id of the image; empty when it is not known
     * @param labels its labels, which tell project and service
     * @param environment its environment, as digests
     * @param networkMode the engine's word for it; {@code container:<id>} when it shares a namespace
     * @param publishes ports it was to be published by, without the host's port or with a range where the engine chooses
     * @param hostname the host name that it was given
     */
    public record Made(
            String image,
            String imageId,
            Map<String, String> labels,
            ObservedEnvironment environment,
            String networkMode,
            List<PortMapping> publishes,
            Optional<String> hostname) {

        public Made {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
            publishes = List.copyOf(publishes);
        }

        /** What a container without a host name of its own was made from. */
        public Made(
                String image,
                String imageId,
                Map<String, String> labels,
                ObservedEnvironment environment,
                String networkMode,
                List<PortMapping> publishes) {
            this(image, imageId, labels, environment, networkMode, publishes, Optional.empty());
        }

        /** Returns a bound port as it was asked for, if it was. */
        private PortMapping asked(PortMapping bound) {
            List<PortMapping> same = publishes.stream()
                    .filter(port -> port.target() == bound.target() && port.protocol() == bound.protocol())
                    .toList();
            return same.isEmpty()
                            || same.stream().anyMatch(port -> port.published().equals(bound.published()))
                    ? bound
                    : new PortMapping(
                            bound.hostIp(),
                            same.getFirst().published(),
                            bound.target(),
                            bound.protocol(),
                            bound.mode());
        }
    }

    /** Returns the image reference it was created from. */
    public String image() {
        return made.image();
    }

    /** Returns its labels, in sorted order. */
    public Map<String, String> labels() {
        return made.labels();
    }

    /** Returns the engine's word for its network; {@code container:<id>} when it shares a namespace. */
    public String networkMode() {
        return made.networkMode();
    }

    /**
     * Returns its bound ports as far as they outlive a start: without the number, or with the range, where the engine
     * chooses the host's port anew each time.
     */
    public List<PortMapping> lastingPorts() {
        return ports.stream().map(made::asked).distinct().toList();
    }

    /** Returns the hash of the configuration that Compose made it from. */
    public Optional<String> configHash() {
        return Optional.ofNullable(labels().get(HASH_LABEL));
    }

    /** Returns the directory of the project that Compose made it from, as a path of the machine Compose ran on. */
    public Optional<String> workingDirectory() {
        return Optional.ofNullable(labels().get(DIRECTORY_LABEL));
    }

    /** Returns the files that Compose made it from, as paths of the machine Compose ran on. */
    public List<String> configFiles() {
        return Optional.ofNullable(labels().get(FILES_LABEL)).stream()
                .flatMap(files -> Arrays.stream(files.split(",", -1)))
                .filter(file -> !file.isBlank())
                .toList();
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

        /** Returns it in words, for instance {@code running, healthy}; of one that does not run no health is known. */
        public String text() {
            String run = state.name().toLowerCase(Locale.ROOT);
            return state != RunState.RUNNING || health == Health.NONE
                    ? run
                    : run + ", " + health.name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether nothing is left to wait for: it runs, and is healthy if it can tell. */
        public boolean ready() {
            return state == RunState.RUNNING && (health == Health.NONE || health == Health.HEALTHY);
        }
    }

    /** Returns the Compose project it belongs to. */
    public Optional<String> project() {
        return Optional.ofNullable(labels().get(PROJECT_LABEL));
    }

    /** Returns the Compose service it belongs to. */
    public Optional<String> service() {
        return Optional.ofNullable(labels().get(SERVICE_LABEL));
    }

    /** Returns its membership in the network of a real name. */
    public Optional<ObservedEndpoint> endpoint(String network) {
        for (ObservedEndpoint endpoint : endpoints) {
            if (endpoint.network().equals(network)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }
}
