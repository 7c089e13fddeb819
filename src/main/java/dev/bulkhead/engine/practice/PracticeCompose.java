package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedEnvironment;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changes that {@code docker compose up --no-deps} and {@code rm --stop} make to an engine's state. */
final class PracticeCompose {

    static final String NETWORK_LABEL = "com.docker.compose.network";

    private PracticeCompose() {}

    /**
     * Removes networks that Compose made for this project and whose declaration has changed, so that they are made anew;
     * services that are not among those given keep theirs, and then it cannot be removed (compose
     * pkg/compose/create.go, removeDivergedNetwork).
     */
    static PracticeState withoutDiverged(PracticeState state, Topology topology, List<String> services)
            throws EngineException {
        PracticeState result = state;
        for (Network network : topology.networks().values()) {
            ObservedNetwork present = result.networks().get(network.name());
            boolean used = services.stream()
                    .flatMap(key -> topology.service(key).stream())
                    .flatMap(service -> service.attachments().stream())
                    .anyMatch(attachment -> attachment.network().equals(network.key()));
            if (!used || network.external() || present == null || !diverged(topology, network, present)) {
                continue;
            }
            for (String key : services) {
                Optional<PracticeContainer> member = topology.service(key)
                        .flatMap(service ->
                                PracticeReplicas.of(state, topology, service).first())
                        .filter(container -> container.endpoint(network.name()).isPresent());
                if (member.isPresent()) {
                    result = Networking.disconnect(
                            result, network.name(), member.get().name());
                }
            }
            result = Networking.remove(result, network.name());
        }
        return result;
    }

    private static boolean diverged(Topology topology, Network wanted, ObservedNetwork present) {
        boolean ours = topology.project().equals(present.options().labels().get(ObservedContainer.PROJECT_LABEL));
        List<String> stated = pools(wanted.subnets());
        return ours
                && (wanted.options().internal() != present.options().internal()
                        || (!stated.isEmpty() && !stated.equals(pools(present.subnets()))));
    }

    private static List<String> pools(List<Subnet> subnets) {
        return subnets.stream().flatMap(pool -> pool.subnet().stream()).toList();
    }

    /** Creates the networks that a service joins and the engine lacks. */
    static PracticeState networks(PracticeState state, Topology topology, Service service) throws EngineException {
        PracticeState result = state;
        for (Attachment attachment : service.attachments()) {
            Network network = declared(topology, attachment.network());
            ObservedNetwork present = result.networks().get(network.name());
            if (present != null) {
                expect(network, present);
                continue;
            }
            if (network.external()) {
                throw new EngineException(
                        Kind.NOT_FOUND,
                        "Network " + network.name() + " is declared as external but the engine does not have it;"
                                + " create it first.");
            }
            result = Networking.create(result, spec(topology, network));
        }
        return result;
    }

    /** Compose takes no network for its own that somebody else made (compose pkg/compose/create.go, resolveOrCreateNetwork). */
    private static void expect(Network wanted, ObservedNetwork present) throws EngineException {
        String label = present.options().labels().getOrDefault(NETWORK_LABEL, "");
        if (!wanted.external() && !label.equals(wanted.key())) {
            throw new EngineException(
                    Kind.CONFLICT,
                    "Network " + present.name() + " was found but has incorrect label " + NETWORK_LABEL + " set to \""
                            + label + "\" (expected: \"" + wanted.key() + "\").");
        }
    }

    /**
     * Leaves one container of a service: one that is as the files say if there is one, else that of the lowest number
     * (compose pkg/compose/convergence.go, ensureService).
     */
    private static PracticeState withoutSurplus(PracticeState state, Topology topology, Service service) {
        PracticeState result = state;
        List<PracticeContainer> sorted = PracticeReplicas.of(state, topology, service).all().stream()
                .sorted(Comparator.comparing(container -> !upToDate(state, topology, service, container)))
                .toList();
        for (PracticeContainer surplus : sorted.subList(Math.min(1, sorted.size()), sorted.size())) {
            result = result.withoutContainer(surplus.name());
        }
        return result;
    }

    /** Gives a service one container that is as the files say; a new one is not started yet. */
    static PracticeState up(PracticeState state, Topology topology, Service service) throws EngineException {
        PracticeState single = withoutSurplus(state, topology, service);
        boolean done = PracticeReplicas.of(single, topology, service)
                .first()
                .filter(container -> upToDate(single, topology, service, container))
                .isPresent();
        return done ? single : create(single, topology, service);
    }

    private static boolean upToDate(
            PracticeState state, Topology topology, Service service, PracticeContainer container) {
        return configuration(container.identity().origin()).equals(configuration(service))
                && container.made().imageId().equals(state.imageId(image(topology, service)))
                && mode(state, topology, service)
                        .equals(Optional.of(container.made().networkMode()))
                && service.attachments().stream()
                        .allMatch(a -> topology.network(a.network())
                                .flatMap(n -> container.endpoint(n.name()))
                                .isPresent());
    }

    /** Gives a service one container more, not yet started. */
    static PracticeState add(PracticeState state, Topology topology, Service service) throws EngineException {
        return create(
                state,
                topology,
                service,
                PracticeReplicas.of(state, topology, service).nextNumber());
    }

    /** Puts a new container, not yet started, in the place of the old one. */
    static PracticeState create(PracticeState state, Topology topology, Service service) throws EngineException {
        PracticeReplicas replicas = PracticeReplicas.of(state, topology, service);
        PracticeState without =
                replicas.first().map(old -> state.withoutContainer(old.name())).orElse(state);
        return create(without, topology, service, replicas.number());
    }

    /** Adds a container of a number, not yet started. */
    static PracticeState create(PracticeState state, Topology topology, Service service, int number)
            throws EngineException {
        String name = PracticeReplicas.of(state, topology, service).name(number);
        if (state.containers().containsKey(name)) {
            throw new EngineException(Kind.CONFLICT, "The engine has a container named " + name + " already.");
        }
        String mode = mode(state, topology, service)
                .orElseThrow(() -> new EngineException(
                        Kind.NOT_FOUND,
                        "Service " + service.key() + " shares the network of a container that does not exist;"
                                + " start that one first."));
        Map<String, String> labels = new TreeMap<>(service.container().labels());
        labels.put(ObservedContainer.PROJECT_LABEL, topology.project());
        labels.put(ObservedContainer.SERVICE_LABEL, service.key());
        labels.put(ObservedContainer.NUMBER_LABEL, Integer.toString(number));
        labels.put(ObservedContainer.HASH_LABEL, hash(service));
        String image = image(topology, service);
        String id = state.containerId(name, labels);
        ObservedContainer.Made made = new ObservedContainer.Made(
                image,
                state.imageId(image),
                labels,
                ObservedEnvironment.of(id, service.container().environment()),
                mode,
                service.ports(),
                service.container().hostname());
        PracticeContainer.Identity identity = new PracticeContainer.Identity(id, name, made, service);
        Status status = new Status(RunState.CREATED, Health.NONE, Optional.empty(), 0);
        List<ObservedEndpoint> endpoints = service.attachments().stream()
                .map(a -> endpoint(topology, service, name, a))
                .sorted(Comparator.comparing(ObservedEndpoint::network))
                .toList();
        PracticeContainer created = new PracticeContainer(identity, status, endpoints, List.of());
        return state.withContainer(created);
    }

    private static String image(Topology topology, Service service) {
        return service.container().image().orElse(topology.project() + "-" + service.key());
    }

    private static ObservedEndpoint endpoint(
            Topology topology, Service service, String container, Attachment attachment) {
        String network =
                topology.network(attachment.network()).map(Network::name).orElse(attachment.network());
        // Names as Compose gives them (compose pkg/compose/create.go, getAliases).
        List<String> aliases = Stream.concat(Stream.of(container, service.key()), attachment.aliases().stream())
                .distinct()
                .toList();
        return PracticeContainer.membership(
                network,
                new EndpointSpec(aliases, attachment.ipv4(), attachment.ipv6(), attachment.gwPriority())
                        .withDriverOpts(attachment.driverOpts()));
    }

    /** Returns the engine's network mode of a service; empty when it needs a container that is not there. */
    private static Optional<String> mode(PracticeState state, Topology topology, Service service) {
        return switch (service.networkMode()) {
            case NetworkMode.Networks() ->
                Optional.of(service.firstJoined()
                        .flatMap(a -> topology.network(a.network()))
                        .map(Network::name)
                        .orElse("none"));
            case NetworkMode.OfService(String owner) ->
                topology.service(owner)
                        .flatMap(o -> PracticeReplicas.of(state, topology, o).first())
                        .map(c -> "container:" + c.id());
            case NetworkMode.OfContainer(String owner) -> state.find(owner).map(c -> "container:" + c.id());
            case NetworkMode.Host _, NetworkMode.None _, NetworkMode.DefaultBridge _, NetworkMode.Named _ ->
                service.networkMode().text();
        };
    }

    static NetworkSpec spec(Topology topology, Network network) {
        NetworkOptions stated = network.options();
        Map<String, String> labels = new TreeMap<>(stated.labels());
        labels.put(ObservedContainer.PROJECT_LABEL, topology.project());
        labels.put(NETWORK_LABEL, network.key());
        NetworkOptions options = stated.withExternal(false).withLabels(labels);
        return new NetworkSpec(network.name(), options, network.subnets());
    }

    static Service service(Topology topology, String key) throws EngineException {
        return topology.service(key)
                .orElseThrow(() -> new EngineException(Kind.NOT_FOUND, "The project has no service " + key + "."));
    }

    private static Network declared(Topology topology, String key) throws EngineException {
        return topology.network(key)
                .orElseThrow(() -> new EngineException(
                        Kind.REFUSED, "Network " + key + " is used by a service but not declared in the project."));
    }

    /** Returns what stands for the configuration of a service in a label of its container. */
    static String hash(Service service) {
        // A container tells the names of its variables only, and a value alone is a change as well.
        return PracticeState.digest(
                configuration(service).toString() + service.container().environment());
    }

    /** Leaves out what Compose's configuration hash leaves out (compose pkg/compose/hash.go). */
    private static Service configuration(Service service) {
        return new Service(
                service.key(),
                service.networkMode(),
                service.attachments(),
                service.ports(),
                List.of(),
                List.of(),
                service.container());
    }
}
