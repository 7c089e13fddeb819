package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hosts as they were seen at one moment, side by side, in the operator's order.
 *
 * @param views each host, whether its engine answered or not
 */
public record ObservedHosts(List<HostView> views) {

    /** Networks that every engine has; one of them on two hosts is two. */
    private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none", "docker_gwbridge");

    public ObservedHosts {
        views = List.copyOf(views);
    }

    /** Returns those that answered. */
    public List<HostView.Answered> answered() {
        return views.stream()
                .filter(HostView.Answered.class::isInstance)
                .map(HostView.Answered.class::cast)
                .toList();
    }

    /** Returns those that did not. */
    public List<HostView.Silent> silent() {
        return views.stream()
                .filter(HostView.Silent.class::isInstance)
                .map(HostView.Silent.class::cast)
                .toList();
    }

    /** Returns the hosts on which a project has containers of a service, running or not. */
    public SortedSet<String> of(String project, String service) {
        SortedSet<String> hosts = new TreeSet<>();
        for (HostView.Answered view : answered()) {
            if (!view.state().containers(project, service).isEmpty()) {
                hosts.add(view.host());
            }
        }
        return hosts;
    }

    /** Returns the hosts on which a project has containers at all. */
    public SortedSet<String> of(String project) {
        SortedSet<String> hosts = new TreeSet<>();
        answered().stream()
                .filter(view -> view.state().containers().stream()
                        .anyMatch(container ->
                                container.project().filter(project::equals).isPresent()))
                .forEach(view -> hosts.add(view.host()));
        return hosts;
    }

    /** Returns how many containers each other project has on a host; those of no project under the empty name. */
    public static SortedMap<String, Integer> others(HostView.Answered view, String project) {
        SortedMap<String, Integer> others = new TreeMap<>();
        view.state().containers().stream()
                .map(container -> container.project().orElse(""))
                .filter(other -> !other.equals(project))
                .forEach(other -> others.merge(other, 1, Integer::sum));
        return others;
    }

    /** Returns real name of a network to the groups of hosts that have one and the same of that name, a Swarm's for instance. */
    public Map<String, List<SortedSet<String>>> spanning() {
        SortedMap<String, SortedMap<String, SortedSet<String>>> byNameAndId = new TreeMap<>();
        for (HostView.Answered view : answered()) {
            for (ObservedNetwork network : view.state().networks()) {
                // ids of the practice engine count from one on each
                if (!PREDEFINED.contains(network.name()) && !view.info().practice()) {
                    byNameAndId
                            .computeIfAbsent(network.name(), name -> new TreeMap<>())
                            .computeIfAbsent(network.id(), id -> new TreeSet<>())
                            .add(view.host());
                }
            }
        }
        SortedMap<String, List<SortedSet<String>>> spanning = new TreeMap<>();
        byNameAndId.forEach((name, groups) -> spanning.put(name, new ArrayList<>(groups.values())));
        return Collections.unmodifiableSortedMap(spanning);
    }

    /** Returns pairs of hosts whose addresses lead to one and the same engine, as sentences. */
    public List<String> doubles() {
        List<String> sentences = new ArrayList<>();
        SortedMap<String, String> seen = new TreeMap<>();
        for (HostView.Answered view : answered()) {
            view.state()
                    .network("bridge")
                    .map(ObservedNetwork::id)
                    .filter(id -> !id.isEmpty() && !view.info().practice())
                    .ifPresent(id -> {
                        String other = seen.putIfAbsent(id, view.host());
                        if (other != null) {
                            sentences.add("Hosts " + other + " and " + view.host()
                                    + " are one engine, reached by two addresses; name it once.");
                        }
                    });
        }
        return sentences;
    }

    /** Returns whether a host runs something of a project. */
    public static boolean has(HostView.Answered view, String project, String service) {
        List<ObservedContainer> containers = view.state().containers(project, service);
        return !containers.isEmpty();
    }
}
