package dev.bulkhead.ui.drift;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.Map;
import java.util.Optional;

/** Edits that make the files say what the engine has; not every difference has one. */
public final class Adoption {

    private final Topology files;
    private final ObservedState engine;

    /** Adopts what an engine has into a project. */
    public Adoption(Topology files, ObservedState engine) {
        this.files = files;
        this.engine = engine;
    }

    /** Returns the edit after which the files say what the engine has; empty where no edit of networks does. */
    public Optional<TopologyEdit> of(Drift drift) {
        return switch (drift) {
            case Drift.MembershipExtra d -> key(d.network()).map(key -> attach(d, key));
            case Drift.MembershipMissing d ->
                key(d.network())
                        .filter(key -> files.service(d.service())
                                .filter(service -> service.attachments().size() > 1)
                                .isPresent())
                        .map(key -> new TopologyEdit.Detach(d.service(), key));
            case Drift.NetworkExtra(String network) ->
                engine.network(network)
                        .filter(n -> files.network(n.name()).isEmpty())
                        .map(Adoption::declare);
            case Drift.NetworkDiffers d
            when d.property().equals("internal") ->
                key(d.network())
                        .map(key -> new TopologyEdit.SetInternal(key, d.found().equals("true")));
            case Drift.NetworkDiffers d
            when d.property().equals("subnet") && !d.found().contains(",") ->
                key(d.network()).map(key -> new TopologyEdit.SetSubnet(key, d.found()));
            case Drift.NetworkDiffers _,
                    Drift.ContainerMissing _,
                    Drift.ContainerExtra _,
                    Drift.ContainerStopped _,
                    Drift.ImageDiffers _,
                    Drift.NamespaceLost _,
                    Drift.NamespaceCut _,
                    Drift.NameShared _,
                    Drift.ContainerNameTaken _,
                    Drift.NetworkRefused _,
                    Drift.AliasesLost _,
                    Drift.AddressDiffers _,
                    Drift.NetworkMissing _,
                    Drift.SettingsDiffer _,
                    Drift.ImageMoved _,
                    Drift.DirectoryDiffers _,
                    Drift.FilesDiffer _,
                    Drift.ForeignContainer _,
                    Drift.NotCompared _,
                    Drift.NetworkUnmanaged _ -> Optional.empty();
        };
    }

    private Optional<String> key(String name) {
        return files.networks().values().stream()
                .filter(network -> network.name().equals(name))
                .map(Network::key)
                .findFirst();
    }

    /** The aliases and the static address that somebody gave it are adopted with it. */
    private TopologyEdit attach(Drift.MembershipExtra drift, String key) {
        Optional<ObservedEndpoint> endpoint = engine.containers().stream()
                .filter(container -> container.name().equals(drift.container()))
                .findFirst()
                .flatMap(container -> container.endpoint(drift.network()));
        Attachment attachment = endpoint.map(found -> Attachment.to(key)
                        .withAliases(found.aliases().stream()
                                .filter(alias -> !alias.equals(drift.service()) && !alias.equals(drift.container()))
                                .filter(alias -> !isId(drift.container(), alias))
                                .toList())
                        .withAddresses(found.staticIpv4(), Optional.empty())
                        .withGwPriority(found.gwPriority()))
                .orElse(Attachment.to(key));
        return new TopologyEdit.Attach(drift.service(), attachment);
    }

    /** Engines add the short id of a container to its aliases. */
    private boolean isId(String container, String alias) {
        return engine.containers().stream()
                .filter(found -> found.name().equals(container))
                .map(ObservedContainer::id)
                .anyMatch(id -> alias.length() >= 12 && id.startsWith(alias));
    }

    private static TopologyEdit declare(ObservedNetwork network) {
        NetworkOptions found = network.options();
        return new TopologyEdit.AddNetwork(new Network(
                network.name(), network.name(), found.withExternal(false).withLabels(Map.of()), network.subnets()));
    }
}
