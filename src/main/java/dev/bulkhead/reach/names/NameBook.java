package dev.bulkhead.reach.names;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Book of the names that the engine's resolver knows on each network: names of services, containers and hosts, and aliases
 * (moby {@code buildEndpointDNSNames}; tried on 20.10.24 and 28.5.2).
 */
public final class NameBook {

    /** The engine's own bridge, on which no names are kept. */
    static final String DEFAULT_BRIDGE = "bridge";

    private final Topology topology;
    private final Map<String, Map<String, SortedSet<String>>> byNetwork = new HashMap<>();
    /** Whoever has a name anywhere, also where nobody can look it up. */
    private final Map<String, SortedSet<String>> bearers = new HashMap<>();
    /** Names that containers outside the project have, with the networks they have them on. */
    private final Map<String, SortedSet<String>> outside = new HashMap<>();

    private NameBook(Topology topology) {
        this.topology = topology;
    }

    /** Returns the names of those services of a project that run. */
    static NameBook of(Topology topology, Predicate<Service> runs, List<NamedOutsider> outsiders) {
        NameBook book = new NameBook(topology);
        for (Service service : topology.services().values()) {
            if (runs.test(service)) {
                book.add(service);
            }
        }
        outsiders.forEach(outsider ->
                outsider.names().forEach((network, names) -> book.addOutsider(outsider.words(), network, names)));
        return book;
    }

    private void add(Service service) {
        List<String> own = ownNames(service);
        own.forEach(name -> bears(name, service.key()));
        bears(service.key(), service.key());
        switch (service.networkMode()) {
            case NetworkMode.Networks _ -> {
                for (Attachment attachment : service.attachments()) {
                    attachment.aliases().forEach(alias -> bears(alias, service.key()));
                    Optional<Network> network = topology.network(attachment.network());
                    if (network.isPresent()) {
                        String name = network.get().name();
                        own.forEach(n -> enter(name, n, service.key()));
                        enter(name, service.key(), service.key());
                        attachment.aliases().forEach(alias -> enter(name, alias, service.key()));
                    }
                }
            }
            // Compose gives the name of the service only with networks:.
            case NetworkMode.Named(String network) -> own.forEach(name -> enter(network, name, service.key()));
            case NetworkMode.Host _,
                    NetworkMode.None _,
                    NetworkMode.DefaultBridge _,
                    NetworkMode.OfService _,
                    NetworkMode.OfContainer _ -> {
                // The resolver knows endpoints of networks, not containers.
            }
        }
    }

    private void addOutsider(String container, String network, Set<String> names) {
        for (String name : names) {
            enter(network, name, container);
            outside.computeIfAbsent(lower(name), n -> new TreeSet<>()).add(network);
        }
    }

    /** Returns the real names of the networks on which containers outside the project have a name. */
    public SortedSet<String> outside(String name) {
        return outside.getOrDefault(lower(name), Collections.emptySortedSet());
    }

    /** Returns the names of a service's container, whatever it joins. */
    List<String> ownNames(Service service) {
        List<String> names = new ArrayList<>();
        service.container()
                .containerName()
                .ifPresentOrElse(names::add, () -> names.add(topology.project() + "-" + service.key() + "-1"));
        service.container().hostname().ifPresent(names::add);
        return names;
    }

    private void bears(String name, String service) {
        bearers.computeIfAbsent(lower(name), n -> new TreeSet<>()).add(service);
    }

    private void enter(String network, String name, String service) {
        if (!network.equals(DEFAULT_BRIDGE)) {
            byNetwork
                    .computeIfAbsent(network, n -> new HashMap<>())
                    .computeIfAbsent(lower(name), n -> new TreeSet<>())
                    .add(service);
        }
    }

    /** Returns those who answer to a name on a network, by its real name. */
    public SortedSet<String> answering(String network, String name) {
        return byNetwork.getOrDefault(network, Map.of()).getOrDefault(lower(name), Collections.emptySortedSet());
    }

    /** Returns the services that have a name, whether or not anybody can look it up. */
    public SortedSet<String> bearers(String name) {
        return bearers.getOrDefault(lower(name), Collections.emptySortedSet());
    }

    /** Returns the services of the name in {@code NAME} or {@code NAME.NETWORK}. */
    public SortedSet<String> meant(String name) {
        SortedSet<String> whole = bearers(name);
        int dot = name.indexOf('.');
        boolean qualified = dot > 0
                && topology.networks().values().stream()
                        .anyMatch(network -> network.name().equals(name.substring(dot + 1)));
        return whole.isEmpty() && qualified ? bearers(name.substring(0, dot)) : whole;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
