package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.observed.SwarmLook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Engines of several hosts, on which one change is made: each call goes to the host that it is about. What is looked at is all of
 * them or nothing, so that a host that is gone is never taken for one that has nothing.
 *
 * <p>Containers and networks have the names that {@link HostNames} gives them. A network that spans hosts is made by a manager
 * of their Swarm; what Compose does is done on the hosts that have containers of the services, on the first one else.
 */
public final class JoinedEngines implements Engine.Answerer {

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final List<HostEngine> hosts;
    private final HostsObserver asking;
    private final Map<String, String> hostOfContainer = new ConcurrentHashMap<>();

    /** A network that is gone is made again where it was. */
    private final Map<String, Set<String>> hostsOfNetwork = new ConcurrentHashMap<>();

    private JoinedEngines(List<HostEngine> hosts) {
        this.hosts = List.copyOf(hosts);
        this.asking = new HostsObserver(hosts);
        hosts.forEach(host -> engines.put(host.host(), host.engine()));
    }

    /** Returns the engines as one, in the operator's order. */
    public static Engine of(List<HostEngine> hosts) {
        return Engine.answeredBy(new JoinedEngines(hosts));
    }

    @Override
    public @Nullable Object answer(EngineCall call) throws EngineException {
        Object one = call.arguments().isEmpty() ? null : call.arguments().getFirst();
        return switch (call.method().getName()) {
            case "close" -> {
                engines.values().forEach(Engine::close);
                yield null;
            }
            case "hosts" -> List.copyOf(engines.keySet());
            case "on" -> engine(String.valueOf(one)).networks();
            case "info" -> info();
            case "observe" -> observe();
            case "watch" -> watch(one);
            case "inspect" -> inspect(call, String.valueOf(one));
            case "recreateContainer" -> recreate(call, one);
            case "createNetwork" -> createNetwork(one);
            case "removeNetwork" -> removeNetwork(String.valueOf(one));
            case "connect", "disconnect" -> membership(call);
            case "up", "upAnew" -> up(call);
            case "addInstance" ->
                call.on(ofService(String.valueOf(call.arguments().get(1))));
            case "resources" ->
                Optional.empty(); // only one machine's processors and memory can be set against each other
            case "exec",
                    "look",
                    "lastHealthLook",
                    "processes",
                    "logs",
                    "wrote",
                    "start",
                    "stop",
                    "restart",
                    "rename",
                    "removeContainer" -> own(call).on(ofContainer(String.valueOf(one)));
            default -> call.on(first());
        };
    }

    private Engine first() {
        return hosts.getFirst().engine();
    }

    private Engine engine(String host) throws EngineException {
        Engine engine = host.isEmpty() ? first() : engines.get(host);
        if (engine == null) {
            throw new EngineException(
                    EngineException.Kind.NOT_FOUND,
                    "Host " + host + " is not among those that are looked at; name its engine with --engine too.");
        }
        return engine;
    }

    private HostNames names(HostEngine host) {
        return new HostNames(host.host(), host.equals(hosts.getFirst()));
    }

    private <T> Map<HostEngine, T> all(HostsObserver.Question<T> question) throws EngineException {
        try {
            Map<HostEngine, T> answers = new LinkedHashMap<>();
            for (HostsObserver.Answer<T> answer : asking.ask(question)) {
                answers.put(
                        answer.host(),
                        answer.answer()
                                .orElseThrow(() -> new EngineException(
                                        EngineException.Kind.UNREACHABLE,
                                        "Host " + answer.host().host() + " does not answer: " + answer.fault())));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(EngineException.Kind.TIMEOUT, "Asking the hosts was interrupted.", e);
        }
    }

    /** What all of them can do, the first one can as the one of them with the oldest API. */
    private EngineInfo info() throws EngineException {
        List<EngineInfo> all =
                List.copyOf(all(host -> host.engine().observer().info()).values());
        EngineInfo first = all.getFirst();
        EngineInfo oldest = all.stream().allMatch(EngineInfo::gatewayPriority)
                ? first
                : all.stream().filter(one -> !one.gatewayPriority()).findFirst().orElse(first);
        return new EngineInfo(
                first.name(),
                oldest.version(),
                oldest.apiVersion(),
                first.address(),
                first.firewall(),
                first.pools(),
                first.users(),
                first.networking());
    }

    private ObservedState observe() throws EngineException {
        Map<HostNames, ObservedState> states = new LinkedHashMap<>();
        all(host -> host.engine().observer().observe()).forEach((host, state) -> {
            state.containers().forEach(container -> hostOfContainer.put(container.id(), host.host()));
            state.networks()
                    .forEach(network -> hostsOfNetwork
                            .computeIfAbsent(network.name(), name -> new ConcurrentSkipListSet<>())
                            .add(host.host()));
            states.put(names(host), state);
        });
        return together(states);
    }

    /** Returns what several hosts have, with a network that spans them once. */
    static ObservedState together(Map<HostNames, ObservedState> states) {
        SortedMap<String, ObservedNetwork> networks = new TreeMap<>();
        List<ObservedContainer> containers = new ArrayList<>();
        states.forEach((host, state) -> {
            Set<String> taken = Set.copyOf(networks.keySet());
            state.networks().stream()
                    .map(network -> host.of(network, taken))
                    .forEach(network -> networks.putIfAbsent(network.name(), network));
            state.containers().stream().map(host::of).forEach(containers::add);
        });
        containers.sort(Comparator.comparing(ObservedContainer::name));
        return new ObservedState(List.copyOf(networks.values()), containers);
    }

    @SuppressWarnings("unchecked") // the one argument of watch is what listens
    private EngineObserver.Watch watch(@Nullable Object listener) {
        Map<HostNames, EngineObserver> observers = new LinkedHashMap<>();
        hosts.forEach(host -> observers.put(names(host), host.engine().observer()));
        return JoinedWatch.open(observers, (Consumer<EngineEvent>) Objects.requireNonNull(listener));
    }

    private Engine ofContainer(String container) throws EngineException {
        return engine(host(container));
    }

    /** A name says its host; an id is known from the last look, or looked for. */
    private String host(String container) throws EngineException {
        String said = HostNames.hostOf(container);
        if (!said.isEmpty()) {
            return said;
        }
        if (!hostOfContainer.containsKey(container)) {
            observe();
        }
        return hostOfContainer.getOrDefault(container, "");
    }

    private static EngineCall own(EngineCall call) {
        return call.with(argument -> switch (argument) {
            case String name -> HostNames.own(name);
            case EndpointSpec asked -> HostNames.renamed(asked, HostNames::own);
            case null, default -> argument;
        });
    }

    private ContainerBlueprint inspect(EngineCall call, String container) throws EngineException {
        String host = host(container);
        ContainerBlueprint blueprint =
                (ContainerBlueprint) Objects.requireNonNull(own(call).on(engine(host)));
        return new HostNames(
                        host, host.isEmpty() || host.equals(hosts.getFirst().host()))
                .of(blueprint);
    }

    private @Nullable Object recreate(EngineCall call, @Nullable Object one) throws EngineException {
        ContainerBlueprint blueprint = (ContainerBlueprint) Objects.requireNonNull(one);
        return call.with(argument -> blueprint.named(HostNames.own(blueprint.name())))
                .on(engine(HostNames.hostOf(blueprint.name())));
    }

    private @Nullable Object createNetwork(@Nullable Object one) throws EngineException {
        NetworkSpec network = (NetworkSpec) Objects.requireNonNull(one);
        boolean spans = network.options().driver().filter("overlay"::equals).isPresent();
        Engine engine = spans ? manager() : ofNetwork(network.name());
        engine.networks()
                .createNetwork(new NetworkSpec(HostNames.own(network.name()), network.options(), network.subnets()));
        return null;
    }

    private @Nullable Object removeNetwork(String name) throws EngineException {
        boolean spans = observe().network(name).filter(HostNames::spans).isPresent();
        try {
            (spans ? manager() : ofNetwork(name)).networks().removeNetwork(HostNames.own(name));
        } catch (EngineException e) {
            // a worker lists one for a while that its manager has no more
            if (!spans || e.kind() != EngineException.Kind.NOT_FOUND) {
                throw e;
            }
        }
        return null;
    }

    /** A name that says no host is that of the first host that has, or had, such a network. */
    private Engine ofNetwork(String name) throws EngineException {
        Set<String> had = hostsOfNetwork.getOrDefault(name, Set.of());
        return engine(hosts.stream()
                .map(HostEngine::host)
                .filter(had::contains)
                .findFirst()
                .orElse(HostNames.hostOf(name)));
    }

    private Engine manager() throws EngineException {
        for (Map.Entry<HostEngine, SwarmLook> host :
                all(one -> one.engine().networks().swarm()).entrySet()) {
            if (host.getValue().state() == SwarmLook.State.MANAGER) {
                return host.getKey().engine();
            }
        }
        throw new EngineException(
                EngineException.Kind.REFUSED,
                "None of the hosts manages a Swarm, and networks that span hosts are made by its managers.");
    }

    private @Nullable Object membership(EngineCall call) throws EngineException {
        String host = host(String.valueOf(call.arguments().get(1)));
        String network = String.valueOf(call.arguments().getFirst());
        String there = HostNames.hostOf(network);
        if (!there.isEmpty() && !there.equals(host)) {
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "Network " + network + " is on another host than container "
                            + call.arguments().get(1) + ".");
        }
        return own(call).on(engine(host));
    }

    private Engine ofService(String service) throws EngineException {
        return engine(hostsOf(List.of(service)).getFirst());
    }

    private @Nullable Object up(EngineCall call) throws EngineException {
        List<?> services = (List<?>) Objects.requireNonNull(call.arguments().get(1));
        List<String> keys = services.stream().map(String::valueOf).toList();
        for (String host : hostsOf(keys)) {
            List<String> there = new ArrayList<>();
            for (String key : keys) {
                if (hostsOf(List.of(key)).contains(host)) {
                    there.add(key);
                }
            }
            call.with(argument -> Objects.equals(argument, services) ? there : argument)
                    .on(engine(host));
        }
        return null;
    }

    private List<String> hostsOf(List<String> services) throws EngineException {
        Set<String> found = new LinkedHashSet<>();
        for (String service : services) {
            int before = found.size();
            observe().containers().stream()
                    .filter(container ->
                            container.service().filter(service::equals).isPresent())
                    .forEach(container -> found.add(hostOfContainer.getOrDefault(container.id(), "")));
            if (found.size() == before) {
                found.add(hosts.getFirst().host());
            }
        }
        return List.copyOf(found);
    }
}
