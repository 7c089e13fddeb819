package dev.bulkhead.check.names;

import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.reach.names.NameAnswer.Why;
import dev.bulkhead.reach.names.NameLookup;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Finder of what is wrong when a service looks a name up: nobody answers, or somebody else than is meant. */
final class NameFault {

    /**
     * What is wrong.
     *
     * @param meant the service that is meant
     * @param message the rest of a sentence that named the asker and the name
     * @param remedy what would be right
     */
    record Found(Service meant, String message, String remedy) {}

    private final Topology topology;
    private final NameLookup lookup;
    private final Namespaces namespaces;
    private final ServiceNames owners;
    private final ServiceHosts hosts;

    NameFault(Topology topology, NameLookup lookup, Namespaces namespaces, ServiceHosts hosts) {
        this.hosts = hosts;
        this.topology = topology;
        this.lookup = lookup;
        this.namespaces = namespaces;
        this.owners = new ServiceNames(topology);
    }

    /** Returns what is wrong when a service looks up a name that some service has. */
    Optional<Found> of(Service asker, String name) {
        Optional<Service> meant = meant(asker, name);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        return switch (lookup.ask(asker, name)) {
            case NameAnswer.HostsLine(String address) -> fromHostsFile(meant.get(), name, address);
            case NameAnswer.Containers answer ->
                fromAnother(asker, meant.get(), name, answer).or(() -> elsewhere(asker, meant.get(), name, answer));
            case NameAnswer.Nobody(Why why) -> nobody(asker, meant.get(), name, why);
        };
    }

    /** Returns what keeps a service from another by any name. */
    Optional<Found> apart(Service asker, Service meant) {
        Service owner = owner(meant);
        return asker.key().equals(meant.key())
                        || owner.key().equals(owner(asker).key())
                ? Optional.empty()
                : switch (lookup.ask(asker, owner.key())) {
                    case NameAnswer.Nobody(Why why)
                    when why == Why.NOT_ON_ITS_NETWORKS && onNetworks(owner) -> nobody(asker, meant, meant.key(), why);
                    case NameAnswer.Nobody _, NameAnswer.HostsLine _, NameAnswer.Containers _ -> Optional.empty();
                };
    }

    /** A service of that name is meant before others that have it as host name or alias. */
    private Optional<Service> meant(Service asker, String name) {
        SortedSet<String> bearers = lookup.book().meant(name);
        Optional<Service> of = topology.service(name).filter(service -> bearers.contains(service.key()));
        return of.or(() -> bearers.stream().findFirst().flatMap(topology::service))
                .filter(service -> !service.key().equals(asker.key()));
    }

    private static Optional<Found> fromHostsFile(Service meant, String name, String address) {
        boolean its = meant.attachments().stream()
                .anyMatch(a -> a.ipv4().filter(address::equals).isPresent()
                        || a.ipv6().filter(address::equals).isPresent());
        // Somebody on the host's network is found there.
        return its || meant.networkMode() instanceof NetworkMode.Host
                ? Optional.empty()
                : Optional.of(new Found(
                        meant,
                        "but its extra_hosts lead that name to " + address + ", not to " + meant.key(),
                        "Take " + name + " out of extra_hosts, or give the other host another name."));
    }

    private Optional<Found> fromAnother(Service asker, Service meant, String name, NameAnswer.Containers answer) {
        if (answer.services().contains(meant.key())) {
            return unheard(asker, meant, name, answer.network());
        }
        String other = String.join(" and ", answer.services());
        String because = switch (answer.how()) {
            case OWN -> " (its own hostname)";
            case LINK -> " (a link of " + owner(asker).key() + ")";
            case NAME -> " (on network " + label(answer.network()) + ")";
        };
        return Optional.of(new Found(
                meant,
                "to which " + other + " answers here, not " + meant.key() + because,
                "Name the one that is meant by a name that nobody else has, on a network that both are on; or take the"
                        + " name " + name + " from " + other + "."));
    }

    /** The name leads to the address on the first network that knows it, also where members of that do not hear each other. */
    private Optional<Found> unheard(Service asker, Service meant, String name, String network) {
        Optional<String> silent = namespaces.silent(network);
        if (silent.isEmpty() || owner(asker).equals(owner(meant))) {
            return Optional.empty();
        }
        Optional<String> other = networks(owner(asker)).stream()
                .filter(networks(owner(meant))::contains)
                .filter(shared -> namespaces.silent(shared).isEmpty())
                .findFirst();
        return Optional.of(new Found(
                meant,
                "which leads to its address on network " + label(network)
                        + ", whose members do not hear each other (" + silent.get() + ")"
                        + other.map(heard -> "; they would on " + label(heard)).orElse(""),
                other.map(heard -> "Give " + meant.key() + " an alias on " + label(heard)
                                + " alone, and name that instead of " + name + ".")
                        .orElse("Let both share a network whose members hear each other.")));
    }

    private Optional<Found> nobody(Service asker, Service meant, String name, Why why) {
        Service from = owner(asker);
        Service to = owner(meant);
        if (from.key().equals(to.key())) {
            return Optional.of(new Found(
                    meant,
                    "which has no name of its own: both use the network of " + to.key(),
                    "Name localhost instead."));
        }
        return switch (why) {
            case NOT_KNOWN, LINK_NOT_KNOWN -> Optional.empty();
            case TOO_LONG ->
                Optional.of(new Found(
                        meant,
                        "but a part of that name has more than 63 characters, which DNS does not carry",
                        "Give " + meant.key() + " a shorter alias, and name that."));
            case LINK_LEADS_NOWHERE ->
                Optional.of(new Found(
                        meant,
                        "but a link gives that name to a container with which it shares no network, so nobody answers",
                        "Remove the link: on a network that both are on, names need none."));
            case ASKER_ON_HOST ->
                Optional.of(new Found(
                        meant,
                        "but it uses the host's network, where nobody answers to the names of services",
                        meant.networkMode() instanceof NetworkMode.Host
                                ? "Name localhost instead: both use the host's network."
                                : "Publish the port of " + meant.key() + " on 127.0.0.1 and name that, or take "
                                        + from.key() + " off the host's network."));
            case ASKER_ON_DEFAULT_BRIDGE ->
                Optional.of(new Found(
                        meant,
                        "but it is on the engine's default bridge, where names are not answered",
                        "Remove network_mode: bridge, so that " + from.key() + " joins " + joinable(to) + "."));
            case ASKER_WITHOUT_NETWORK ->
                Optional.of(
                        new Found(meant, "but it has no network", "Let " + from.key() + " join " + joinable(to) + "."));
            case NOT_ON_ITS_NETWORKS -> Optional.of(notHere(from, to, meant, name));
        };
    }

    private Found notHere(Service from, Service to, Service meant, String name) {
        boolean guest = !to.key().equals(meant.key());
        return switch (to.networkMode()) {
            case NetworkMode.Host _ ->
                new Found(
                        meant,
                        "which uses the host's network and has no name there",
                        "Name host.docker.internal, with extra_hosts: [\"host.docker.internal:host-gateway\"], or put "
                                + meant.key() + " on a network.");
            case NetworkMode.None _ ->
                new Found(meant, "which has no network", "Let " + to.key() + " join a network of " + from.key() + ".");
            case NetworkMode.DefaultBridge _ ->
                new Found(
                        meant,
                        "which is on the engine's default bridge and has no name on any network",
                        "Remove network_mode: bridge at " + to.key() + ", and let both share a network.");
            case NetworkMode.OfService _, NetworkMode.OfContainer _ ->
                new Found(
                        meant,
                        "which uses the network of a container outside the project and has no name of its own",
                        "Name that container.");
            case NetworkMode.Named(String network) ->
                networks(from).contains(network)
                        ? new Found(
                                meant,
                                "but network_mode: " + network + " gives " + meant.key()
                                        + " no service name on that network",
                                "Write networks: with " + network
                                        + " as an external network instead of network_mode, or"
                                        + " name the container.")
                        : apartFrom(from, to, meant, guest);
            case NetworkMode.Networks _ -> onNetworks(from, to, meant, name, guest);
        };
    }

    private Found onNetworks(Service from, Service to, Service meant, String name, boolean guest) {
        Set<String> shared = new LinkedHashSet<>(networks(from));
        shared.retainAll(networks(to));
        if (shared.isEmpty()) {
            return apartFrom(from, to, meant, guest);
        }
        return guest
                ? new Found(
                        meant,
                        "which has no name of its own, since it uses the network of " + to.key(),
                        "Name " + to.key() + " instead.")
                : new Found(
                        meant,
                        "but " + meant.key() + " has that name on other networks only; they share "
                                + label(shared.iterator().next()),
                        "Name " + meant.key() + " instead of " + name + ", or give it the alias on "
                                + label(shared.iterator().next()) + " as well.");
    }

    private Found apartFrom(Service from, Service to, Service meant, boolean guest) {
        return new Found(
                meant,
                guest
                        ? "which uses the network of " + to.key() + ", and shares no network with that"
                        : "but shares no network with " + meant.key(),
                (guest ? "Name " + to.key() + ", and let " : "Let ") + from.key() + " join " + joinable(to) + ".");
    }

    /** A network of one name on two hosts is two networks, and its names are known on their own host only. */
    private Optional<Found> elsewhere(Service asker, Service meant, String name, NameAnswer.Containers answer) {
        Service from = owner(asker);
        boolean answered = answer.how() != NameAnswer.How.NAME
                || answer.services().stream().anyMatch(other -> metOnSome(from, other))
                || networks(from).stream()
                        .anyMatch(network -> lookup.book().answering(network, name).stream()
                                .anyMatch(other -> met(network, from, other)));
        return answered
                ? Optional.empty()
                : Optional.of(new Found(
                        meant,
                        "which " + hosts.words(owner(meant).key()) + " while " + from.key() + " "
                                + hosts.words(from.key()) + ", and network " + label(answer.network())
                                + " is another network on each of these hosts, so nobody answers",
                        "Let both join one network that lies across the hosts, an attachable overlay for instance, or name"
                                + " a host and a port that is published there."));
    }

    private boolean metOnSome(Service from, String other) {
        return networks(from).stream().anyMatch(network -> met(network, from, other));
    }

    /** Where it is not known who runs where, a name may be answered. */
    private boolean met(String network, Service from, String other) {
        String key = topology.service(other).isPresent() ? other : Subject.FOREIGN + other;
        return hosts.together(from.key(), key) != ServiceHosts.Together.APART || hosts.spans(network, from.key(), key);
    }

    /** Returns the networks by which a service can be met, in words. */
    private String joinable(Service service) {
        List<String> labels = new ArrayList<>();
        networks(service).forEach(name -> labels.add(label(name)));
        return labels.isEmpty()
                ? "a network together with " + service.key()
                : (labels.size() == 1 ? "network " : "one of the networks ") + String.join(", ", labels) + ", where "
                        + service.key() + " is";
    }

    private Set<String> networks(Service service) {
        Set<String> names = new LinkedHashSet<>();
        if (service.networkMode() instanceof NetworkMode.Named(String network)) {
            names.add(network);
        }
        for (Attachment attachment : service.attachments()) {
            topology.network(attachment.network()).map(Network::name).ifPresent(names::add);
        }
        return names;
    }

    private String label(String name) {
        return topology.networks().values().stream()
                .filter(network -> network.name().equals(name))
                .map(Network::key)
                .findFirst()
                .orElse(name);
    }

    private static boolean onNetworks(Service service) {
        return service.networkMode() instanceof NetworkMode.Networks;
    }

    private Service owner(Service service) {
        return topology.service(owners.owner(service.key())).orElse(service);
    }
}
