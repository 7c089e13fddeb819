package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.Lack;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.LiveFact.Kind;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts of a running project that are worth a finding: what is broken, refused or deployed unasked, not what is not up yet. */
public final class LiveFacts {

    private final Topology files;

    private LiveFacts(Topology files) {
        this.files = files;
    }

    /** Returns the facts among the differences of files and engine, and among what the engine lacks. */
    public static List<LiveFact> of(Topology files, List<Drift> differences, List<Lack> lacks) {
        LiveFacts facts = new LiveFacts(files);
        return Stream.concat(
                        differences.stream().flatMap(drift -> facts.of(drift).stream()),
                        lacks.stream().flatMap(lack -> facts.of(lack).stream()))
                .toList();
    }

    private Optional<LiveFact> of(Lack lack) {
        return switch (lack) {
            case Lack.Driver d -> network(d.network(), lack);
            case Lack.Swarm s -> network(s.network(), lack);
            case Lack.Attachable a -> network(a.network(), lack);
            case Lack.Ipv6Subnet i -> network(i.network(), lack);
            case Lack.Port p -> Optional.of(new LiveFact(Kind.REFUSED, Element.service(p.service()), lack.sentence()));
            case Lack.GuestMac g ->
                Optional.of(new LiveFact(Kind.REFUSED, Element.service(g.service()), lack.sentence()));
            case Lack.MembershipMac m ->
                Optional.of(new LiveFact(Kind.REFUSED, Element.service(m.service()), lack.sentence()));
            case Lack.Mode m -> Optional.of(new LiveFact(Kind.REFUSED, Element.service(m.service()), lack.sentence()));
            case Lack.Image i -> Optional.of(new LiveFact(Kind.REFUSED, Element.service(i.service()), lack.sentence()));
            case Lack.Health h ->
                Optional.of(new LiveFact(Kind.REFUSED, Element.service(h.service()), lack.sentence()));
            case Lack.Pulls p ->
                Optional.of(
                        new LiveFact(Kind.TO_COME, Element.service(p.services().getFirst()), lack.sentence()));
        };
    }

    private Optional<LiveFact> network(String name, Lack lack) {
        return named(name).map(network -> new LiveFact(Kind.REFUSED, Element.network(network.key()), lack.sentence()));
    }

    private Optional<LiveFact> of(Drift drift) {
        return switch (drift) {
            case Drift.NamespaceCut d -> service(Kind.CUT_OFF, d.service(), drift);
            case Drift.NamespaceLost d -> service(Kind.CUT_OFF, d.service(), drift);
            case Drift.MembershipMissing d -> service(Kind.CUT_OFF, d.service(), drift);
            case Drift.AliasesLost d -> service(Kind.CUT_OFF, d.service(), drift);
            case Drift.ContainerNameTaken d -> service(Kind.REFUSED, d.service(), drift);
            case Drift.NetworkRefused d -> network(Kind.REFUSED, d.network(), drift);
            case Drift.NetworkMissing(String name) -> missing(name);
            case Drift.SettingsDiffer d -> service(Kind.PENDING, d.service(), drift);
            case Drift.ImageMoved d -> service(Kind.PENDING, d.service(), drift);
            case Drift.ImageDiffers d -> service(Kind.PENDING, d.service(), drift);
            case Drift.DirectoryDiffers _, Drift.FilesDiffer _ -> project(drift);
            case Drift.ForeignContainer(String _, String network) -> network(Kind.FOREIGN, network, drift);
            case Drift.MembershipExtra d -> service(Kind.FOREIGN, d.service(), drift);
            case Drift.NameShared d -> service(Kind.NAME_SHARED, d.service(), drift);
            // what is not up, or up differently, is for drift to tell: a check is not asked whether the project runs
            case Drift.ContainerMissing _,
                    Drift.ContainerExtra _,
                    Drift.ContainerStopped _,
                    Drift.AddressDiffers _,
                    Drift.NetworkExtra _,
                    Drift.NetworkDiffers _,
                    Drift.NotCompared _,
                    Drift.NetworkUnmanaged _ -> Optional.empty();
        };
    }

    /** The project's own networks are made by the next deployment, those of others have to be there. */
    private Optional<LiveFact> missing(String name) {
        return named(name)
                .filter(Network::external)
                .map(network -> new LiveFact(
                        Kind.REFUSED,
                        Element.network(network.key()),
                        "Network " + name
                                + " is external and does not exist on this engine, so docker compose up is refused;"
                                + " create it, or correct its name."));
    }

    private Optional<LiveFact> service(Kind kind, String service, Drift drift) {
        return Optional.of(new LiveFact(kind, Element.service(service), drift.sentence()));
    }

    private Optional<LiveFact> network(Kind kind, String name, Drift drift) {
        return named(name).map(network -> new LiveFact(kind, Element.network(network.key()), drift.sentence()));
    }

    private Optional<LiveFact> project(Drift drift) {
        return files.services().keySet().stream()
                .findFirst()
                .map(service -> new LiveFact(Kind.PENDING, Element.service(service), drift.sentence()));
    }

    private Optional<Network> named(String name) {
        Stream<Network> found = files.networks().values().stream()
                .filter(network -> network.name().equals(name));
        return found.findFirst();
    }
}
