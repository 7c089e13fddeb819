package dev.bulkhead.engine.drift;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Comparison of a project's files with an engine. */
final class DriftFinder {

    private final Topology files;
    private final ObservedState engine;
    /** The project's containers by service. */
    private final Map<String, List<ObservedContainer>> containers;

    private final List<Drift> found = new ArrayList<>();

    private DriftFinder(Topology files, ObservedState engine) {
        this.files = files;
        this.engine = engine;
        this.containers = engine.byService(files.project());
    }

    static List<Drift> find(Topology files, ObservedState engine) {
        DriftFinder finder = new DriftFinder(files, engine);
        finder.networks();
        finder.services();
        return List.copyOf(finder.found);
    }

    static String text(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void networks() {
        Set<String> declared = new HashSet<>();
        for (Network network : files.networks().values()) {
            declared.add(network.name());
            // Compose creates only the networks that services use.
            if (files.members(network.key()).isEmpty()) {
                continue;
            }
            engine.network(network.name())
                    .ifPresentOrElse(
                            observed -> network(network, observed),
                            () -> found.add(new Drift.NetworkMissing(network.name())));
        }
        for (ObservedNetwork network : engine.networks()) {
            String project = network.options().labels().get(ObservedContainer.PROJECT_LABEL);
            if (files.project().equals(project) && !declared.contains(network.name())) {
                found.add(new Drift.NetworkExtra(network.name()));
            }
        }
    }

    private void network(Network wanted, ObservedNetwork observed) {
        if (wanted.external() && !wanted.statedOnly()) {
            return;
        }
        if (!wanted.external()
                && !files.project().equals(observed.options().labels().get(ObservedContainer.PROJECT_LABEL))) {
            found.add(new Drift.NetworkUnmanaged(wanted.name()));
        }
        differs(
                wanted,
                "driver",
                wanted.options().driver().orElse("bridge"),
                observed.options().driver().orElse("bridge"));
        differs(
                wanted,
                "internal",
                Boolean.toString(wanted.internal()),
                Boolean.toString(observed.options().internal()));
        List<String> pools =
                observed.subnets().stream().flatMap(s -> s.subnet().stream()).toList();
        for (Subnet pool : wanted.subnets()) {
            if (pool.subnet().isPresent() && !pools.contains(pool.subnet().get())) {
                found.add(new Drift.NetworkDiffers(
                        wanted.name(), "subnet", pool.subnet().get(), String.join(", ", pools)));
            }
        }
    }

    private void differs(Network network, String property, String wanted, String observed) {
        if (!wanted.equals(observed)) {
            found.add(new Drift.NetworkDiffers(network.name(), property, wanted, observed));
        }
    }

    private void services() {
        for (Service service : files.services().values()) {
            List<ObservedContainer> running = containers.getOrDefault(service.key(), List.of());
            if (running.isEmpty() && service.profiles().isEmpty()) {
                found.add(new Drift.ContainerMissing(service.key()));
            }
            running.forEach(container -> container(service, container));
        }
        for (ObservedContainer container : engine.containers()) {
            String service = container.service().orElse("");
            if (container.project().equals(Optional.of(files.project()))
                    && files.service(service).isEmpty()) {
                found.add(new Drift.ContainerExtra(container.name(), service));
            }
        }
    }

    private void container(Service service, ObservedContainer container) {
        if (container.status().state() != RunState.RUNNING) {
            found.add(new Drift.ContainerStopped(
                    service.key(), container.name(), container.status().state()));
        }
        service.container()
                .image()
                .filter(image -> !image.equals(container.image()))
                .ifPresent(image ->
                        found.add(new Drift.ImageDiffers(service.key(), container.name(), image, container.image())));
        if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            namespace(service, container, owner);
        }
        Set<String> wanted = new HashSet<>();
        for (Attachment attachment : service.attachments()) {
            files.network(attachment.network()).map(Network::name).ifPresent(network -> {
                wanted.add(network);
                membership(service, container, attachment, network);
            });
        }
        boolean joins = service.networkMode() instanceof NetworkMode.Networks;
        container.endpoints().stream()
                .map(ObservedEndpoint::network)
                .filter(network -> joins && !wanted.contains(network))
                .forEach(network -> found.add(new Drift.MembershipExtra(service.key(), container.name(), network)));
    }

    private void namespace(Service service, ObservedContainer container, String owner) {
        boolean shared = containers.getOrDefault(owner, List.of()).stream()
                .anyMatch(c -> container.networkMode().equals("container:" + c.id()));
        if (!shared) {
            found.add(new Drift.NamespaceLost(service.key(), container.name(), owner));
        }
    }

    private void membership(Service service, ObservedContainer container, Attachment wanted, String network) {
        Optional<ObservedEndpoint> endpoint = container.endpoint(network);
        if (endpoint.isEmpty()) {
            found.add(new Drift.MembershipMissing(service.key(), container.name(), network));
            return;
        }
        List<String> lost = Stream.concat(Stream.of(service.key()), wanted.aliases().stream())
                .filter(alias -> !endpoint.get().aliases().contains(alias) && !alias.equals(container.name()))
                .toList();
        if (!lost.isEmpty()) {
            found.add(new Drift.AliasesLost(service.key(), container.name(), network, lost));
        }
        address(service, container, network, wanted.ipv4(), endpoint.get().ipv4());
        address(service, container, network, wanted.ipv6(), endpoint.get().ipv6());
    }

    private void address(
            Service service,
            ObservedContainer container,
            String network,
            Optional<String> wanted,
            Optional<String> observed) {
        // A container that does not run has no address; that it does not run is said already.
        if (wanted.isPresent() && observed.isPresent() && !wanted.equals(observed)) {
            found.add(new Drift.AddressDiffers(service.key(), container.name(), network, wanted.get(), observed.get()));
        }
    }
}
