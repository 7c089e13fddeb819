package dev.bulkhead.layout;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Hosts as columns of the map, and which services stand in which.
 *
 * @param order hosts from left to right
 * @param byService host by service key; a service that runs on several hosts, or on none that is known, is not in it
 */
public record HostColumns(List<String> order, SortedMap<String, String> byService) {

    /** One host, or none: no columns. */
    public static final HostColumns NONE = new HostColumns(List.of(), Collections.emptySortedMap());

    public HostColumns {
        order = List.copyOf(order);
        byService = Collections.unmodifiableSortedMap(new TreeMap<>(byService));
    }

    /** Returns whether there is more than one column. */
    public boolean several() {
        return order.size() > 1;
    }

    /** Returns the host of a service, if it runs on just one. */
    public Optional<String> of(String service) {
        return Optional.ofNullable(byService.get(service));
    }

    /** Returns the host that all services of some run on; empty where there is no such host, and for no services. */
    public Optional<String> common(Collection<String> services) {
        Set<Optional<String>> hosts = services.stream().map(this::of).collect(Collectors.toSet());
        return hosts.size() == 1 ? hosts.iterator().next() : Optional.empty();
    }

    /** Returns what the services of a host have in common, as a section of a zone that lies across hosts. */
    public CardGroup group(String host) {
        return new CardGroup(section(host), host, order.indexOf(host));
    }

    /** Returns the name of the section of a host. */
    public static String section(String host) {
        return "host-" + host;
    }
}
