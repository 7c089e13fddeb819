package dev.bulkhead.surroundings.host;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Facts of a project that only show where several hosts are looked at together: hosts that do not answer, services that run
 * twice, and networks that span hosts and share addresses with something on one of them.
 */
final class HostsFacts {

    private static final String OVERLAY = "overlay";

    private final Topology topology;
    private final ObservedHosts hosts;
    private final EngineHost machine;

    HostsFacts(Topology topology, ObservedHosts hosts, EngineHost machine) {
        this.topology = topology;
        this.hosts = hosts;
        this.machine = machine;
    }

    List<LiveFact> all() {
        List<LiveFact> facts = new ArrayList<>();
        hosts.silent().forEach(silent -> add(facts, LiveFact.Kind.HOST_SILENT, Optional.empty(), silent.sentence()));
        hosts.doubles().forEach(one -> add(facts, LiveFact.Kind.HOST_SILENT, Optional.empty(), one));
        twice(facts);
        clashes(facts);
        return facts;
    }

    private void twice(List<LiveFact> facts) {
        for (Service service : topology.services().values()) {
            SortedSet<String> on = hosts.of(topology.project(), service.key());
            if (on.size() > 1 && service.container().copies() < on.size()) {
                add(
                        facts,
                        LiveFact.Kind.ON_SEVERAL_HOSTS,
                        Optional.of(Element.service(service.key())),
                        "Service " + service.key() + " runs on hosts " + String.join(" and ", on)
                                + ", though the files want "
                                + service.container().copies()
                                + ": who asks for it by its name gets the one of its own host.");
            }
        }
    }

    /** Real name of a network that spans hosts to its subnets, those that the files declare among them. */
    private SortedMap<String, List<Cidr>> spanning() {
        SortedMap<String, List<Cidr>> spanning = new TreeMap<>();
        for (HostView.Answered view : hosts.answered()) {
            view.state().networks().stream()
                    .filter(HostsFacts::overlay)
                    .forEach(network -> spanning.putIfAbsent(network.name(), ranges(network.subnets())));
        }
        topology.networks().values().stream()
                .filter(network ->
                        network.options().driver().filter(OVERLAY::equals).isPresent())
                .forEach(network -> spanning.putIfAbsent(network.name(), ranges(network.subnets())));
        return spanning;
    }

    private static boolean overlay(ObservedNetwork network) {
        return network.options().driver().filter(OVERLAY::equals).isPresent();
    }

    private static List<Cidr> ranges(List<Subnet> subnets) {
        return subnets.stream()
                .flatMap(subnet -> subnet.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .toList();
    }

    private void clashes(List<LiveFact> facts) {
        Map<String, Network> own = HostsLook.byName(topology);
        spanning().forEach((name, ranges) -> {
            Optional<Element> element =
                    Optional.ofNullable(own.get(name)).map(network -> Element.network(network.key()));
            for (Cidr range : ranges) {
                for (HostView.Answered view : hosts.answered()) {
                    clash(name, range, view)
                            .ifPresent(sentence -> add(facts, LiveFact.Kind.SPANNING_RANGE, element, sentence));
                }
            }
        });
    }

    /** The same range behind a bridge of one host and behind an overlay: what is meant for one goes to the other there. */
    private Optional<String> clash(String name, Cidr range, HostView.Answered view) {
        for (ObservedNetwork network : view.state().networks()) {
            if (!overlay(network)) {
                for (Cidr other : ranges(network.subnets())) {
                    if (other.overlaps(range)) {
                        return Optional.of("Network " + name + " (" + range + ") spans hosts, and network "
                                + network.name() + " of host " + view.host() + " has " + other
                                + ": a container there that is on one of the two may not reach the other.");
                    }
                }
            }
        }
        for (UsedRange route : machine.routes(view.info())) {
            if (route.cidr().overlaps(range)) {
                return Optional.of("Network " + name + " (" + range + ") spans hosts, and host " + view.host() + " has "
                        + route.owner().text() + " to " + route.cidr()
                        + ": containers on that network do not get there any more.");
            }
        }
        return Optional.empty();
    }

    /** What is about no single element stands at the first service. */
    private void add(List<LiveFact> facts, LiveFact.Kind kind, Optional<Element> subject, String sentence) {
        subject.or(() -> topology.services().keySet().stream().findFirst().map(Element::service))
                .ifPresent(element -> facts.add(new LiveFact(kind, element, sentence)));
    }
}
