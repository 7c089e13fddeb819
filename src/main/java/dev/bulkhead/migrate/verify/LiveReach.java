package dev.bulkhead.migrate.verify;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Listening;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asker of a running engine who reaches whom at this moment: connects from inside the project's own containers to every
 * address that the other one has. Nothing is started, written or left behind; a connection is closed as soon as it is there.
 */
public final class LiveReach {

    /** Nobody listens there as a rule; where packets get through, the connection is refused. */
    private static final int UNUSED = 9;
    /** So many ports are asked at each address at most. */
    private static final int MOST_PORTS = 3;

    private final Engine engine;
    private final Catalogue catalogue;
    private final Topology topology;
    private final ObservedState state;

    private LiveReach(Engine engine, Catalogue catalogue, Topology topology, ObservedState state) {
        this.engine = engine;
        this.catalogue = catalogue;
        this.topology = topology;
        this.state = state;
    }

    /**
     * Looks at what runs, to ask about it afterwards.
     *
     * @throws EngineException if the engine does not answer
     */
    public static LiveReach of(Engine engine, Catalogue catalogue, Topology topology) throws EngineException {
        return new LiveReach(engine, catalogue, topology, engine.observer().observe());
    }

    /** Result of asking about a pair. */
    public enum Answer {
        /** A connection came about, or was refused by the other side, which packets reached then. */
        REACHED,
        /** No connection came about in time. */
        NOT_REACHED,
        /** Nobody could ask, or what was seen can mean either. */
        UNKNOWN
    }

    /**
     * Observation of a pair.
     *
     * @param words what was seen, or why nothing could be, as a sentence
     */
    public record Seen(Answer answer, String words) {
        static Seen unknown(String words) {
            return new Seen(Answer.UNKNOWN, words);
        }
    }

    /** Place to connect to. */
    private record Spot(String address, String network) {}

    /**
     * Asks about a pair.
     *
     * @throws EngineException if the engine is gone; that one container cannot be asked is an answer
     */
    public Seen ask(Subject from, Subject to) throws EngineException {
        return switch (from) {
            case Subject.Internet(), Subject.Lan(), Subject.Host() ->
                Seen.unknown("Not asked: Bulkhead asks from inside containers only, and " + from.text() + " is none.");
            case Subject.Foreign(String name) ->
                Seen.unknown("Not asked: " + name + " is of another project, and Bulkhead runs nothing in it.");
            case Subject.OfService(String key) -> {
                Optional<ObservedContainer> asking = running(key);
                yield asking.isEmpty()
                        ? Seen.unknown("Not asked: " + key + " does not run.")
                        : ask(asking.get(), key, to);
            }
        };
    }

    private Seen ask(ObservedContainer asking, String from, Subject to) throws EngineException {
        return switch (to) {
            case Subject.Internet() ->
                connect(
                        asking,
                        from,
                        List.of(new Spot(FlowProbe.INTERNET_HOST, "the internet")),
                        List.of(FlowProbe.INTERNET_PORT));
            case Subject.Lan() -> Seen.unknown("Not asked: no machine of the LAN is known that would answer.");
            case Subject.Host() -> Seen.unknown("Not asked: which ports the host itself answers on is not known.");
            case Subject.OfService(String key) -> {
                Optional<ObservedContainer> target = running(key);
                yield target.isEmpty()
                        ? Seen.unknown("Not asked: " + key + " does not run, so nobody would answer.")
                        : connect(asking, from, target.get(), key, ports(key, target.get()));
            }
            case Subject.Foreign(String name) -> {
                Optional<ObservedContainer> target = state.containers().stream()
                        .filter(container -> container.name().equals(name) && runs(container))
                        .findFirst();
                yield target.isEmpty()
                        ? Seen.unknown("Not asked: " + name + " does not run, so nobody would answer.")
                        : connect(asking, from, target.get(), name, ports(target.get()));
            }
        };
    }

    private Seen connect(
            ObservedContainer asking, String from, ObservedContainer target, String to, NavigableSet<Integer> known)
            throws EngineException {
        ObservedContainer here = state.namespaceOwner(asking).orElse(asking);
        ObservedContainer there = state.namespaceOwner(target).orElse(target);
        if (here.id().equals(there.id())) {
            return Seen.unknown(
                    "Not asked: " + from + " and " + to + " share one network stack, so they are one address.");
        }
        // Those of networks that both are on first: the usual way is the quickest to answer.
        List<Spot> spots = there.endpoints().stream()
                .sorted(Comparator.comparing((ObservedEndpoint endpoint) ->
                        here.endpoint(endpoint.network()).isEmpty()))
                .flatMap(endpoint -> endpoint.ipv4().or(endpoint::ipv6).stream()
                        .map(address -> new Spot(address, endpoint.network())))
                .toList();
        if (spots.isEmpty()) {
            return Seen.unknown("Not asked: " + to + " has no address of its own.");
        }
        return connect(
                asking,
                from,
                spots,
                known.isEmpty()
                        ? List.of(UNUSED)
                        : known.stream().limit(MOST_PORTS).toList());
    }

    private Seen connect(ObservedContainer asking, String from, List<Spot> spots, List<Integer> ports)
            throws EngineException {
        List<String> asked = new ArrayList<>();
        boolean either = false;
        for (Spot spot : spots) {
            for (int port : ports) {
                Attempt attempt = attempt(asking, from, spot, port);
                if (attempt.seen().isPresent()) {
                    return attempt.seen().get();
                }
                either |= attempt.either();
                asked.add(spot.address() + ":" + port);
            }
        }
        String places = String.join(", ", asked);
        return either
                ? Seen.unknown("No connection to " + places
                        + "; the tool in the image does not say whether it was refused or never answered.")
                : new Seen(
                        Answer.NOT_REACHED,
                        "No connection to " + places + " within " + FlowProbe.CONNECT.toSeconds() + " s each.");
    }

    /**
     * Attempt to connect.
     *
     * @param seen what it showed, if that settles the question
     * @param either whether it may have been refused as well as never answered
     */
    private record Attempt(Optional<Seen> seen, boolean either) {
        static Attempt of(Answer answer, String words) {
            return new Attempt(Optional.of(new Seen(answer, words)), false);
        }
    }

    private Attempt attempt(ObservedContainer asking, String from, Spot spot, int port) throws EngineException {
        String place = spot.address() + ":" + port;
        Probe probe = new Probe.Connect(spot.address(), port, FlowProbe.CONNECT);
        long began = System.nanoTime();
        ExecResult result;
        try {
            result = engine.exec().exec(asking.id(), probe.command(), FlowProbe.EXEC);
        } catch (EngineException e) {
            if (e.kind() == EngineException.Kind.UNREACHABLE) {
                throw e;
            }
            // An image without a shell cannot be asked; that is no answer about the network.
            return Attempt.of(Answer.UNKNOWN, "Not asked: " + e.getMessage());
        }
        boolean refused = result.output().toLowerCase(Locale.ROOT).contains("refused");
        return switch (Probe.answer(result)) {
            case YES -> Attempt.of(Answer.REACHED, "Connected to " + place + " over " + spot.network() + ".");
            case CANNOT_TELL ->
                Attempt.of(
                        Answer.UNKNOWN,
                        "Not asked: the image of " + from
                                + " has no shell, or no tool to connect with (nc, curl, bash, python3 or wget).");
            case NO ->
                refused
                        ? Attempt.of(
                                Answer.REACHED,
                                place + " over " + spot.network()
                                        + " refused the connection: packets get there, and nobody listens on that port.")
                        : new Attempt(
                                Optional.empty(), !isSilence(result, Duration.ofNanos(System.nanoTime() - began)));
        };
    }

    /** A tool that says nothing was refused, unless it waited as long as it may. */
    private static boolean isSilence(ExecResult result, Duration took) {
        String said = result.output().toLowerCase(Locale.ROOT);
        return Stream.of("timed out", "timeout", "unreachable", "no route").anyMatch(said::contains)
                || took.compareTo(FlowProbe.CONNECT) >= 0;
    }

    private Optional<ObservedContainer> running(String service) {
        return state.containers(topology.project(), service).stream()
                .filter(LiveReach::runs)
                .findFirst();
    }

    private static boolean runs(ObservedContainer container) {
        return container.status().state() == ObservedContainer.RunState.RUNNING;
    }

    /** Ports that the files or the catalogue tell of; TCP only, for nothing else answers to being asked. */
    private NavigableSet<Integer> ports(String service, ObservedContainer target) {
        NavigableSet<Integer> ports = ports(target);
        topology.service(service).ifPresent(stated -> {
            stated.ports().stream()
                    .filter(port -> port.protocol() == Protocol.TCP)
                    .map(PortMapping::target)
                    .forEach(ports::add);
            stated.container().image().ifPresent(image -> ports.addAll(known(image)));
        });
        return ports;
    }

    private NavigableSet<Integer> ports(ObservedContainer target) {
        NavigableSet<Integer> ports = new TreeSet<>(known(target.image()));
        target.ports().stream()
                .filter(port -> port.protocol() == Protocol.TCP)
                .map(PortMapping::target)
                .forEach(ports::add);
        return ports;
    }

    private List<Integer> known(String image) {
        Optional<Listening> listening = catalogue.byImage(image).map(CatalogueEntry::listening);
        return listening.stream()
                .flatMap(one -> Stream.concat(one.webPort().stream(), one.otherPorts().stream()))
                .toList();
    }
}
