package dev.bulkhead.reach.setting;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Hosts that services run on, where several were asked. With one host, the usual case, nothing is told and everything is on it.
 *
 * @param asked names of the hosts that answered
 * @param silent names of the hosts that did not answer, so that what runs there is not known
 * @param services service, or {@code foreign:} and a container outside the project, to the hosts it was seen on
 * @param spanning real name of a network to the groups of hosts that have one and the same network of that name (a Swarm's)
 */
public record ServiceHosts(
        SortedSet<String> asked,
        SortedSet<String> silent,
        Map<String, SortedSet<String>> services,
        Map<String, List<SortedSet<String>>> spanning) {

    /** One host, on which everything runs. */
    public static final ServiceHosts ONE = new ServiceHosts(new TreeSet<>(), new TreeSet<>(), Map.of(), Map.of());

    /** How the hosts of two services are to each other. */
    public enum Together {
        /** Both run on one host, the same. */
        SAME,
        /** They run on different hosts. */
        APART,
        /** One of them was seen nowhere, or on several hosts. */
        UNKNOWN
    }

    public ServiceHosts {
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
        silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
        services = Map.copyOf(services);
        spanning = Map.copyOf(new HashMap<>(spanning));
    }

    /** Returns whether several hosts were asked. */
    public boolean several() {
        return asked.size() + silent.size() > 1;
    }

    /** Returns the hosts that a service was seen on; none where it was seen nowhere. */
    public SortedSet<String> of(String service) {
        return services.getOrDefault(service, Collections.emptySortedSet());
    }

    /** Returns how the hosts of two services are to each other. */
    public Together together(String one, String other) {
        if (!several()) {
            return Together.SAME;
        }
        SortedSet<String> first = of(one);
        SortedSet<String> second = of(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Together.UNKNOWN;
        }
        if (Collections.disjoint(first, second)) {
            return Together.APART;
        }
        return first.size() == 1 && second.size() == 1 ? Together.SAME : Together.UNKNOWN;
    }

    /** Returns whether all hosts of two services have one and the same network of a name. */
    public boolean spans(String network, String one, String other) {
        SortedSet<String> both = new TreeSet<>(of(one));
        both.addAll(of(other));
        return !both.isEmpty()
                && spanning.getOrDefault(network, List.of()).stream().anyMatch(group -> group.containsAll(both));
    }

    /** Returns where a service runs, in the words of a sentence. */
    public String words(String service) {
        SortedSet<String> hosts = of(service);
        if (!hosts.isEmpty()) {
            return "runs on " + String.join(" and ", hosts);
        }
        return silent.isEmpty()
                ? "runs on none of the hosts"
                : "runs on none of the hosts that answered, and " + String.join(", ", silent) + " did not";
    }
}
