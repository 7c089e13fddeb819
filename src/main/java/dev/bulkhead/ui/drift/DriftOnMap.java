package dev.bulkhead.ui.drift;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.hosts.HostDrift;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.surroundings.host.OutsideContainers;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.canvas.model.Others;
import dev.bulkhead.ui.drift.DriftViewModel.Differences;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Places of differences on the map: the service, network or membership that each is about. */
final class DriftOnMap {

    private final Topology files;
    private final ObservedState engine;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<GraphElement, List<Drift>> byElement = new HashMap<>();
    private final List<Network> networks = new ArrayList<>();
    private final Set<String> containers = new LinkedHashSet<>();
    private final List<MembershipElement> memberships = new ArrayList<>();

    private DriftOnMap(Topology files, ObservedState engine) {
        this.files = files;
        this.engine = engine;
        files.networks().values().forEach(network -> keys.put(network.name(), network.key()));
    }

    static Differences of(Topology files, ObservedState engine, DriftFacts facts) {
        return of(files, engine, Drift.between(files, engine, facts));
    }

    /**
     * Compares with several hosts; what may be on one that does not answer is not missing.
     *
     * @param engine what all of them have, and had when they were heard last
     */
    static Differences of(Topology files, ObservedHosts hosts, ObservedState engine, DriftFacts facts) {
        Map<String, DriftFacts> each = new HashMap<>();
        hosts.answered().forEach(view -> each.put(view.host(), facts));
        return of(
                files,
                engine,
                HostDrift.between(files, hosts, each).stream()
                        .map(HostDrift::drift)
                        .filter(drift -> hosts.silent().isEmpty() || !(drift instanceof Drift.ContainerMissing))
                        .distinct()
                        .toList());
    }

    private static Differences of(Topology files, ObservedState engine, List<Drift> differences) {
        DriftOnMap map = new DriftOnMap(files, engine);
        List<Drift> all = differences.stream()
                .filter(drift -> !(drift instanceof Drift.NotCompared))
                .toList();
        // networks come first, so that memberships in those of the engine alone find them
        all.forEach(map::place);
        return new Differences(
                all, map.byElement, new EngineOnly(map.networks, map.services(), map.memberships, map.others()));
    }

    private void place(Drift drift) {
        switch (drift) {
            case Drift.ContainerMissing(String service) -> service(service, drift);
            case Drift.ContainerExtra(String container, String _) -> container(container, drift);
            case Drift.ContainerStopped d -> service(d.service(), drift);
            case Drift.ImageDiffers d -> service(d.service(), drift);
            case Drift.NamespaceLost d -> service(d.service(), drift);
            case Drift.NamespaceCut d -> service(d.service(), drift);
            case Drift.NameShared d -> membership(d.service(), d.network(), drift);
            case Drift.ContainerNameTaken d -> service(d.service(), drift);
            case Drift.NetworkRefused d -> network(d.network(), drift);
            case Drift.MembershipMissing d -> membership(d.service(), d.network(), drift);
            case Drift.MembershipExtra d -> {
                Optional<String> key = Optional.ofNullable(keys.get(d.network()));
                key.ifPresent(network -> memberships.add(Element.membership(d.service(), network)));
                membership(d.service(), d.network(), drift);
            }
            case Drift.AliasesLost d -> membership(d.service(), d.network(), drift);
            case Drift.AddressDiffers d -> membership(d.service(), d.network(), drift);
            case Drift.NetworkMissing(String network) -> network(network, drift);
            case Drift.NetworkExtra(String network) -> {
                engine.network(network).ifPresent(this::add);
                network(network, drift);
            }
            case Drift.NetworkDiffers d -> network(d.network(), drift);
            case Drift.SettingsDiffer d -> service(d.service(), drift);
            case Drift.ImageMoved d -> service(d.service(), drift);
            case Drift.DirectoryDiffers _, Drift.FilesDiffer _ -> {}
            case Drift.ForeignContainer(String container, String _) -> container(container, drift);
            case Drift.NotCompared _ -> {}
            case Drift.NetworkUnmanaged(String network) -> network(network, drift);
        }
    }

    private void at(GraphElement element, Drift drift) {
        byElement.computeIfAbsent(element, key -> new ArrayList<>()).add(drift);
    }

    private void service(String service, Drift drift) {
        at(Element.service(service), drift);
    }

    private void network(String name, Drift drift) {
        at(Element.network(keys.getOrDefault(name, name)), drift);
    }

    private void membership(String service, String network, Drift drift) {
        at(Element.service(service), drift);
        at(Element.membership(service, keys.getOrDefault(network, network)), drift);
    }

    private void container(String name, Drift drift) {
        containers.add(name);
        at(Element.service(key(name)), drift);
    }

    private void add(ObservedNetwork network) {
        String key = free(network.name(), files.networks().keySet());
        keys.put(network.name(), key);
        networks.add(new Network(key, network.name(), network.options(), network.subnets()));
    }

    private String key(String container) {
        return free(container, files.services().keySet());
    }

    private static String free(String name, Set<String> taken) {
        return taken.contains(name) ? Words.of("driftonmap.engine", name) : name;
    }

    /** Who else is on networks that are shared; who is on the project's own networks differs and has a card already. */
    private List<Others> others() {
        List<NamedOutsider> outside = OutsideContainers.of(files, engine).stream()
                .filter(container -> !containers.contains(container.name()))
                .toList();
        return files.networks().values().stream()
                .map(network -> new Others(
                        network.key(),
                        outside.stream()
                                .filter(container -> container.names().containsKey(network.name()))
                                .toList()))
                .filter(others -> !others.containers().isEmpty())
                .toList();
    }

    private List<Service> services() {
        List<Service> found = new ArrayList<>();
        for (ObservedContainer container : engine.containers()) {
            if (containers.contains(container.name())) {
                List<Attachment> attachments = container.endpoints().stream()
                        .map(ObservedEndpoint::network)
                        .flatMap(name -> Optional.ofNullable(keys.get(name)).stream())
                        .map(Attachment::to)
                        .toList();
                found.add(new Service(
                        key(container.name()),
                        new NetworkMode.Networks(),
                        attachments,
                        List.of(),
                        List.of(),
                        List.of(),
                        new ContainerSpec(
                                Optional.of(container.name()),
                                Optional.of(container.image()),
                                Optional.empty(),
                                Map.of(),
                                Map.of(),
                                false,
                                ContainerSpec.HostAccess.NONE)));
            }
        }
        return found;
    }
}
