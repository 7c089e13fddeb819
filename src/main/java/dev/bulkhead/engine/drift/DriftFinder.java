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

    private static final String NETWORK_LABEL = "com.docker.compose.network";

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
        NamesOfOthers.find(files, engine, finder.found);
        return List.copyOf(finder.found);
    }

    static String text(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void networks() {
        Set<String> declared = new HashSet<>();
        Set<String> used = files.memberCounts().keySet();
        for (Network network : files.networks().values()) {
            declared.add(network.name());
            // Compose creates only the networks that services use.
            if (!used.contains(network.key())) {
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
        if (!wanted.external()) {
            owner(wanted, observed.options().labels());
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
        if (!wanted.options().enableIpv4() && observed.options().enableIpv4()) {
            found.add(new Drift.NetworkDiffers(wanted.name(), "IPv4", "false", "true"));
        }
        if (wanted.options().enableIpv6() && !observed.options().enableIpv6()) {
            found.add(new Drift.NetworkDiffers(wanted.name(), "IPv6", "true", "false"));
        }
        wanted.options()
                .driverOpts()
                .forEach((option, value) -> differs(
                        wanted,
                        "option " + option,
                        value,
                        observed.options().driverOpts().getOrDefault(option, "unset")));
        List<String> pools =
                observed.subnets().stream().flatMap(s -> s.subnet().stream()).toList();
        for (Subnet pool : wanted.subnets()) {
            if (pool.subnet().isPresent() && !pools.contains(pool.subnet().get())) {
                found.add(new Drift.NetworkDiffers(
                        wanted.name(), "subnet", pool.subnet().get(), String.join(", ", pools)));
            }
        }
    }

    /** As Compose looks at it (compose v2.40.3, pkg/compose/create.go, resolveOrCreateNetwork). */
    private void owner(Network wanted, Map<String, String> labels) {
        String key = labels.getOrDefault(NETWORK_LABEL, "");
        if (!key.equals(wanted.key())) {
            found.add(new Drift.NetworkRefused(wanted.name(), wanted.key(), key));
        } else if (!files.project().equals(labels.get(ObservedContainer.PROJECT_LABEL))) {
            found.add(new Drift.NetworkUnmanaged(wanted.name()));
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
                .filter(image -> !ImageNames.same(image, container.image()))
                .ifPresent(image ->
                        found.add(new Drift.ImageDiffers(service.key(), container.name(), image, container.image())));
        if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            namespace(service, container, owner);
        }
        cut(service, container);
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

    /** Also where the owner is a container of somebody else, or one that is gone. */
    private void cut(Service service, ObservedContainer container) {
        if (engine.cutOff(container)) {
            Optional<ObservedContainer> owner = engine.namespaceOwner(container);
            owner.ifPresent(its ->
                    found.add(new Drift.NamespaceCut(service.key(), container.name(), its.name(), engine.cutOff(its))));
            // That a service has another container by now is said already.
            if (owner.isEmpty() && service.networkMode() instanceof NetworkMode.OfContainer(String wanted)) {
                found.add(new Drift.NamespaceLost(service.key(), container.name(), wanted));
            }
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
