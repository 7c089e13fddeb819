package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Second instance of a service, to start beside the first before that is stopped: what stands in its way. Whether two may
 * work at the same time only the operator knows, and says by {@code deploy.update_config.order: start-first}.
 */
final class SecondInstance {

    private final Topology files;
    private final Service service;
    private final List<ObservedContainer> containers;

    /**
     * Looks at a service.
     *
     * @param files the project as its files will say
     * @param containers those that it has now
     */
    SecondInstance(Topology files, Service service, List<ObservedContainer> containers) {
        this.files = files;
        this.service = service;
        this.containers = List.copyOf(containers);
    }

    /** Returns why the first has to be stopped before another starts, as a part of a sentence; empty when it has not. */
    Optional<String> obstacle() {
        return Stream.of(name(), network(), guests(), ports(), addresses(), present(), health(), wish())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> name() {
        return service.container().containerName().map(name -> "only one can be called " + name + " (container_name)");
    }

    private Optional<String> network() {
        return service.networkMode() instanceof NetworkMode.Networks
                ? Optional.empty()
                : Optional.of("it has no network of its own");
    }

    private Optional<String> guests() {
        return files.services().values().stream()
                .filter(other -> other.networkMode() instanceof NetworkMode.OfService(String owner)
                        && owner.equals(service.key()))
                .map(other -> other.key() + " shares its network")
                .findFirst();
    }

    private Optional<String> ports() {
        return service.ports().stream()
                .flatMap(port -> port.published().stream())
                .map(port -> "only one can have port " + port + " of the host")
                .findFirst();
    }

    private Optional<String> addresses() {
        return service.attachments().stream()
                .flatMap(SecondInstance::stated)
                .map(address -> "only one can have the address " + address)
                .findFirst();
    }

    private static Stream<String> stated(Attachment attachment) {
        return Stream.concat(attachment.ipv4().stream(), attachment.ipv6().stream());
    }

    private Optional<String> present() {
        return containers.size() == 1 && containers.getFirst().status().ready()
                ? Optional.empty()
                : Optional.of("it does not have exactly one container that serves");
    }

    private Optional<String> health() {
        return containers.stream().anyMatch(c -> c.status().health() == ObservedContainer.Health.NONE)
                ? Optional.of("no health check tells when a new one serves")
                : Optional.empty();
    }

    private Optional<String> wish() {
        return service.container().startFirst()
                ? Optional.empty()
                : Optional.of(
                        "its file does not say that two may run side by side (deploy.update_config.order: start-first)");
    }
}
