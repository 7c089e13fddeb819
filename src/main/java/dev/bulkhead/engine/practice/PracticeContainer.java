package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container of the practice engine.
 *
 * @param identity what never changes during its life
 * @param status whether it runs and how it feels
 * @param endpoints its memberships, sorted by network name
 * @param bound its published ports with the host ports chosen at its start; empty while it is stopped
 */
record PracticeContainer(Identity identity, Status status, List<ObservedEndpoint> endpoints, List<PortMapping> bound) {

    PracticeContainer {
        endpoints = List.copyOf(endpoints);
        bound = List.copyOf(bound);
    }

    /**
     * What a container was created from.
     *
     * @param origin the service it was created for
     * @param owner whose it is by its labels; kept beside them since a project of thousands looks for each service among all
     */
    record Identity(String id, String name, ObservedContainer.Made made, Service origin, Owner owner) {
        Identity(String id, String name, ObservedContainer.Made made, Service origin) {
            this(id, name, made, origin, Owner.of(made.labels()));
        }
    }

    /** Project and service of a container, empty where no label names one. */
    record Owner(String project, String service) {
        private static Owner of(Map<String, String> labels) {
            return new Owner(
                    labels.getOrDefault(ObservedContainer.PROJECT_LABEL, ""),
                    labels.getOrDefault(ObservedContainer.SERVICE_LABEL, ""));
        }
    }

    /** Practice containers run as root and write what was arranged; their images are known by their ids. */
    ContainerLook look(PracticeFaults arranged) {
        String image = made().image();
        int end = image.indexOf('@') >= 0 ? image.indexOf('@') : image.lastIndexOf(':');
        String repository = end > image.lastIndexOf('/') ? image.substring(0, end) : image;
        return new ContainerLook(
                Optional.empty(),
                identity.origin().container().healthCheck() ? List.of("CMD", "true") : List.of(),
                arranged.written(name()),
                made().imageId().startsWith("sha256:") ? List.of(repository + "@" + made().imageId()) : List.of());
    }

    String id() {
        return identity.id();
    }

    String name() {
        return identity.name();
    }

    ObservedContainer.Made made() {
        return identity.made();
    }

    /** Returns it under another name. */
    PracticeContainer named(String name) {
        return new PracticeContainer(
                new Identity(identity.id(), name, identity.made(), identity.origin()), status, endpoints, bound);
    }

    boolean running() {
        return status.state() == RunState.RUNNING;
    }

    /** Returns the id of the container whose network it shares. */
    Optional<String> networkOwner() {
        String prefix = "container:";
        return made().networkMode().startsWith(prefix)
                ? Optional.of(made().networkMode().substring(prefix.length()))
                : Optional.empty();
    }

    Optional<ObservedEndpoint> endpoint(String network) {
        for (ObservedEndpoint endpoint : endpoints) {
            if (endpoint.network().equals(network)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    /** Returns it as a gateway shows it; ports are bound only while a network leads to the host. */
    ObservedContainer observed(boolean hasGateway) {
        return new ObservedContainer(
                identity.id(), identity.name(), identity.made(), status, endpoints, hasGateway ? bound : List.of());
    }

    PracticeContainer started(Instant now, List<PortMapping> ports) {
        Health health = identity.origin().container().healthCheck() ? Health.STARTING : Health.NONE;
        Status running = new Status(RunState.RUNNING, health, Optional.of(now), status.restarts());
        return new PracticeContainer(identity, running, endpoints, ports);
    }

    PracticeContainer stopped() {
        Status exited = new Status(RunState.EXITED, status.health(), status.since(), status.restarts());
        List<ObservedEndpoint> idle =
                endpoints.stream().map(e -> membership(e.network(), e.asked())).toList();
        return new PracticeContainer(identity, exited, idle, List.of());
    }

    PracticeContainer withHealth(Health health) {
        return new PracticeContainer(
                identity, new Status(status.state(), health, status.since(), status.restarts()), endpoints, bound);
    }

    PracticeContainer withEndpoint(ObservedEndpoint endpoint) {
        List<ObservedEndpoint> others = new ArrayList<>(withoutEndpoint(endpoint.network()).endpoints);
        others.add(endpoint);
        others.sort(Comparator.comparing(ObservedEndpoint::network));
        return new PracticeContainer(identity, status, others, bound);
    }

    PracticeContainer withoutEndpoint(String network) {
        List<ObservedEndpoint> others =
                endpoints.stream().filter(e -> !e.network().equals(network)).toList();
        return new PracticeContainer(identity, status, others, bound);
    }

    /** Returns a membership that has no address yet, as a container that does not run has it. */
    static ObservedEndpoint membership(String network, EndpointSpec spec) {
        return new ObservedEndpoint(
                network,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new EndpointSpec(
                        spec.aliases().stream().distinct().toList(),
                        spec.ipv4(),
                        spec.ipv6(),
                        spec.gwPriority(),
                        spec.driverOpts()));
    }

    /** Returns what runs in it: what its file says, else something that has no words. */
    List<String> processes() {
        List<String> command = identity().origin().container().command();
        return command.isEmpty() ? List.of() : List.of(String.join(" ", command));
    }
}
