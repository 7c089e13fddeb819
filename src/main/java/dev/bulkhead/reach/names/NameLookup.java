package dev.bulkhead.reach.names;

import dev.bulkhead.reach.names.NameAnswer.How;
import dev.bulkhead.reach.names.NameAnswer.Why;
import dev.bulkhead.topology.Contacts.Link;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Look-up of names inside containers, in the engine's order: the hosts file, links, then names on the container's networks,
 * of which the first that knows a name answers (moby {@code Sandbox.ResolveName}).
 */
public final class NameLookup {

    private static final int LONGEST_LABEL = 63;

    /** A name as it is asked for on networks; without a network, on all of them. */
    private record Request(String name, Optional<String> network) {}

    private final Topology topology;
    private final ServiceNames owners;
    private final NameBook book;
    private final EndpointOrder order;

    private NameLookup(Topology topology, NameBook book, EndpointOrder order) {
        this.topology = topology;
        this.owners = new ServiceNames(topology);
        this.book = book;
        this.order = order;
    }

    /**
     * Returns the look-ups of a project.
     *
     * @param runs which services run
     * @param external options of external networks by real name, where the engine told them
     * @param order how the engine orders a container's networks
     * @param outsiders who else is on the project's networks, as far as that is known
     */
    public static NameLookup of(
            Topology topology,
            Predicate<Service> runs,
            Map<String, NetworkOptions> external,
            NetworkOrder order,
            List<NamedOutsider> outsiders) {
        return new NameLookup(
                topology, NameBook.of(topology, runs, outsiders), new EndpointOrder(topology, external, order));
    }

    /** Returns who has which names. */
    public NameBook book() {
        return book;
    }

    /** Returns who answers a service that looks a name up. */
    public NameAnswer ask(Service asker, String name) {
        Service owner = topology.service(owners.owner(asker.key())).orElse(asker);
        Optional<NameAnswer> hosts = fromHostsFile(owner, name);
        if (hosts.isPresent()) {
            return hosts.get();
        }
        return switch (owner.networkMode()) {
            case NetworkMode.Host _ -> new NameAnswer.Nobody(Why.ASKER_ON_HOST);
            case NetworkMode.None _ -> new NameAnswer.Nobody(Why.ASKER_WITHOUT_NETWORK);
            case NetworkMode.OfService _, NetworkMode.OfContainer _ -> new NameAnswer.Nobody(Why.NOT_KNOWN);
            case NetworkMode.DefaultBridge _ -> onDefaultBridge(owner, name);
            case NetworkMode.Named _, NetworkMode.Networks _ -> onNetworks(owner, name);
        };
    }

    private static Optional<NameAnswer> fromHostsFile(Service owner, String name) {
        for (Map.Entry<String, String> line :
                owner.container().contacts().extraHosts().entrySet()) {
            if (line.getKey().equalsIgnoreCase(name)) {
                return Optional.of(new NameAnswer.HostsLine(line.getValue()));
            }
        }
        boolean own =
                owner.container().hostname().filter(name::equalsIgnoreCase).isPresent()
                        && !(owner.networkMode() instanceof NetworkMode.Host);
        return own ? Optional.of(containers(List.of(owner.key()), How.OWN, "")) : Optional.empty();
    }

    /** Links are lines of the hosts file there: the alias, and the names of the container (moby {@code addLegacyLinks}). */
    private NameAnswer onDefaultBridge(Service owner, String name) {
        for (Link link : owner.container().contacts().links()) {
            Optional<Service> target = topology.service(link.target())
                    .filter(service -> service.networkMode() instanceof NetworkMode.DefaultBridge);
            if (target.isPresent()
                    && (aliases(link).stream().anyMatch(name::equalsIgnoreCase)
                            || book.ownNames(target.get()).stream().anyMatch(name::equalsIgnoreCase))) {
                return containers(List.of(target.get().key()), How.LINK, "");
            }
        }
        return new NameAnswer.Nobody(Why.ASKER_ON_DEFAULT_BRIDGE);
    }

    private NameAnswer onNetworks(Service owner, String name) {
        for (String label : name.split("\\.", -1)) {
            if (label.length() > LONGEST_LABEL) {
                return new NameAnswer.Nobody(Why.TOO_LONG);
            }
        }
        List<List<String>> families = order.inTurn(owner);
        for (Request request : requests(name)) {
            Optional<NameAnswer> answer = onNetworks(
                    owner,
                    request,
                    families.stream()
                            .map(networks -> networks.stream()
                                    .filter(network -> request.network().isEmpty()
                                            || request.network().get().equals(network))
                                    .toList())
                            .toList());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        if (linkedOutside(owner, name)) {
            return new NameAnswer.Nobody(Why.LINK_NOT_KNOWN);
        }
        return new NameAnswer.Nobody(linked(owner, name).isEmpty() ? Why.NOT_ON_ITS_NETWORKS : Why.LINK_LEADS_NOWHERE);
    }

    /** Files do not tell on which networks the container of somebody else is. */
    private boolean linkedOutside(Service owner, String name) {
        return links(owner).stream()
                .anyMatch(link -> link.external()
                        && link.alias().equals(name)
                        && book.bearers(link.target()).isEmpty());
    }

    private Optional<NameAnswer> onNetworks(Service owner, Request request, List<List<String>> families) {
        SortedSet<String> linked = linked(owner, request.name());
        // A name that a link has is not asked for as a name any more, whether the link leads somewhere or not.
        SortedSet<String> asked = linked.isEmpty() ? new TreeSet<>(Set.of(request.name())) : linked;
        SortedSet<String> found = new TreeSet<>();
        Optional<String> first = Optional.empty();
        for (List<String> networks : families) {
            Optional<String> answers = networks.stream()
                    .filter(network -> asked.stream()
                            .anyMatch(one -> !book.answering(network, one).isEmpty()))
                    .findFirst();
            answers.ifPresent(network -> asked.forEach(one -> found.addAll(book.answering(network, one))));
            first = first.or(() -> answers);
        }
        return first.map(network -> containers(found, linked.isEmpty() ? How.NAME : How.LINK, network));
    }

    /** Compose hands links over with the networks of a service; where its mode names one, they are lost. */
    private static List<Link> links(Service owner) {
        return owner.networkMode() instanceof NetworkMode.Named
                ? List.of()
                : owner.container().contacts().links();
    }

    /** Returns the names of the containers that the links of a name lead to. */
    private SortedSet<String> linked(Service owner, String name) {
        SortedSet<String> containers = new TreeSet<>();
        for (Link link : links(owner)) {
            if (aliases(link).contains(name)) {
                containers.add(topology.service(link.target())
                        .map(service -> book.ownNames(service).getFirst())
                        .orElse(link.target()));
            }
        }
        return containers;
    }

    /** Compose links each container under the stated alias and under its own names. */
    private List<String> aliases(Link link) {
        return link.external()
                ? List.of(link.alias())
                : List.of(link.alias(), link.target() + "-1", topology.project() + "-" + link.target() + "-1");
    }

    /** A name with dots may be that of a container and of a network behind it. */
    private static List<Request> requests(String name) {
        List<Request> requests = new ArrayList<>();
        requests.add(new Request(name, Optional.empty()));
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            requests.add(new Request(name.substring(0, dot), Optional.of(name.substring(dot + 1))));
        }
        return requests;
    }

    private static NameAnswer containers(Collection<String> services, How how, String network) {
        return new NameAnswer.Containers(new TreeSet<>(services), how, network);
    }
}
