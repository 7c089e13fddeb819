package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Ports that a container of an image listens on when nothing else is configured.
 *
 * @param webPort TCP port of the pages people open; empty when there are none
 * @param otherPorts further TCP ports that other services use, the most important first
 * @param healthCheck shell command inside the container that succeeds while it works; empty when none is known
 * @param metrics measurements that it offers for collectors; empty when it offers none that they understand
 */
public record Listening(
        Optional<Integer> webPort, List<Integer> otherPorts, Optional<String> healthCheck, Optional<Metrics> metrics) {

    /**
     * Measurements in the format of Prometheus.
     *
     * @param port TCP port
     * @param path path, with a slash at its front
     * @param needs what has to be switched on first, as the end of a sentence; empty where they are there as it is
     */
    public record Metrics(int port, String path, Optional<String> needs) {}

    public Listening {
        otherPorts = List.copyOf(otherPorts);
    }

    /** Returns the port that other services connect to, if it listens at all. */
    public Optional<Integer> mainPort() {
        return webPort.or(() -> otherPorts.stream().findFirst());
    }
}
