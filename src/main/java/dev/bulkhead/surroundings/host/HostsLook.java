package dev.bulkhead.surroundings.host;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.hosts.ObservedHosts;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.surroundings.LiveFact;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.Surroundings.Unknown;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Look at what is around a project that runs on several hosts: what each of them adds to its files, put together. */
public final class HostsLook {

    private final EngineHost machine;

    public HostsLook(EngineHost machine) {
        this.machine = machine;
    }

    /**
     * Returns what all hosts add to a project.
     *
     * @param answers host to what its engine was asked, for every host of the views that answered; one at least
     */
    public Surroundings around(
            ComposeProject project, FileTree files, ObservedHosts hosts, Map<String, LiveAnswers> answers) {
        Topology topology = project.topology();
        Map<String, Surroundings> each = new LinkedHashMap<>();
        for (HostView.Answered view : hosts.answered()) {
            LiveAnswers answer = answers.get(view.host());
            if (answer != null) {
                each.put(view.host(), new ProjectLook(machine).around(project, files, answer));
            }
        }
        SortedSet<String> home = home(topology, hosts);
        Surroundings first = oldest(each);
        Set<UsedRange> used = new HashSet<>();
        Set<Unknown> unknown = new HashSet<>();
        List<LiveFact> live = new ArrayList<>();
        each.forEach((host, around) -> {
            unknown.addAll(around.unknown());
            if (home.contains(host)) {
                used.addAll(around.used());
                around.live().stream()
                        .filter(fact -> concerns(fact, topology, hosts, host))
                        .forEach(fact -> live.add(
                                new LiveFact(fact.kind(), fact.subject(), "On host " + host + ": " + fact.sentence())));
            }
        });
        live.addAll(new HostsFacts(topology, hosts, machine).all());
        return new Surroundings(
                used.stream()
                        .sorted(Comparator.comparing(
                                range -> range.cidr() + range.owner().text()))
                        .toList(),
                first.reach().withShared(shared(topology, hosts, each)),
                first.pools(),
                unknown,
                live,
                first.scraped());
    }

    /** Hosts that the project's own networks are on: all that answered, as long as it runs nowhere. */
    private static SortedSet<String> home(Topology topology, ObservedHosts hosts) {
        SortedSet<String> home = hosts.of(topology.project());
        return home.isEmpty()
                ? hosts.answered().stream().map(HostView.Answered::host).collect(Collectors.toCollection(TreeSet::new))
                : home;
    }

    /** Engines of several versions are judged by the oldest, which lets most through. */
    private static Surroundings oldest(Map<String, Surroundings> each) {
        return each.values().stream()
                .min(Comparator.comparingInt(around -> around.reach().engineMajor()))
                .orElseThrow(() -> new IllegalArgumentException("no host answered"));
    }

    /** What a host needs for services that run elsewhere is no matter of its. */
    private static boolean concerns(LiveFact fact, Topology topology, ObservedHosts hosts, String host) {
        SortedSet<String> on = new TreeSet<>();
        switch (fact.subject()) {
            case Element.ServiceElement(String service) -> on.addAll(hosts.of(topology.project(), service));
            case Element.NetworkElement(String network) ->
                topology.members(network).forEach(member -> on.addAll(hosts.of(topology.project(), member.key())));
            default -> {}
        }
        return on.isEmpty() || on.contains(host);
    }

    private static SharedNetworks shared(Topology topology, ObservedHosts hosts, Map<String, Surroundings> each) {
        Map<String, NetworkOptions> external = new TreeMap<>();
        Map<String, SortedSet<String>> places = new HashMap<>();
        Map<String, NamedOutsider> outsiders = new TreeMap<>();
        each.forEach((host, around) -> {
            ReachOptions told = around.reach();
            told.external().forEach(external::putIfAbsent);
            for (NamedOutsider outsider : told.shared().outsiders()) {
                // the same name on two hosts is two containers
                String name = outsiders.containsKey(outsider.name()) ? outsider.name() + "@" + host : outsider.name();
                outsiders.put(name, new NamedOutsider(name, outsider.project(), outsider.names(), outsider.ports()));
                places.put(Subject.FOREIGN + name, new TreeSet<>(Set.of(host)));
            }
        });
        topology.services().keySet().forEach(service -> places.put(service, hosts.of(topology.project(), service)));
        return new SharedNetworks(external, List.copyOf(outsiders.values()), places(hosts, places));
    }

    private static ServiceHosts places(ObservedHosts hosts, Map<String, SortedSet<String>> services) {
        return new ServiceHosts(
                hosts.answered().stream().map(HostView.Answered::host).collect(Collectors.toCollection(TreeSet::new)),
                hosts.silent().stream().map(HostView.Silent::host).collect(Collectors.toCollection(TreeSet::new)),
                services,
                hosts.spanning());
    }

    /** Returns the engines' versions where they differ, as a sentence: it is by the oldest that everything is judged. */
    public static Optional<String> versions(ObservedHosts hosts) {
        SortedSet<Integer> majors = new TreeSet<>();
        hosts.answered().forEach(view -> majors.add(view.info().major()));
        return majors.size() < 2
                ? Optional.empty()
                : Optional.of("The engines are of different versions ("
                        + hosts.answered().stream()
                                .map(view -> view.host() + " " + view.info().version())
                                .collect(Collectors.joining(", "))
                        + "); who reaches whom is judged by the oldest, which lets most through.");
    }

    /** Returns the networks of a project by their real names. */
    static Map<String, Network> byName(Topology topology) {
        Map<String, Network> byName = new TreeMap<>();
        topology.networks().values().forEach(network -> byName.put(network.name(), network));
        return byName;
    }
}
