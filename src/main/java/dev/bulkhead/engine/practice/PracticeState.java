package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.ObservedChanges;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * State of a practice engine, all that it knows; immutable.
 *
 * @param networks by name
 * @param containers by name
 * @param pulled reference to how often its image was exchanged by a newer one
 * @param gone how often something of a kind and name went, from which ids are made
 */
record PracticeState(
        SortedMap<String, ObservedNetwork> networks,
        SortedMap<String, PracticeContainer> containers,
        Map<String, Integer> pulled,
        Map<String, Integer> gone) {

    private static final String NETWORK = "network ";
    private static final String CONTAINER = "container ";

    PracticeState {
        // not copied: every change hands over maps that nobody else holds, and copies of thousands take their time
        networks = Collections.unmodifiableSortedMap(networks);
        containers = Collections.unmodifiableSortedMap(containers);
        pulled = Map.copyOf(pulled);
        gone = Map.copyOf(gone);
    }

    /** Returns an engine that was just installed: it has its three own networks. */
    static PracticeState fresh() {
        PracticeState state = new PracticeState(new TreeMap<>(), new TreeMap<>(), Map.of(), Map.of());
        Subnet docker0 =
                new Subnet(Optional.of("172.17.0.0/16"), Optional.of("172.17.0.1"), Optional.empty(), Map.of());
        return state.withNetwork(state.own("bridge", "bridge", List.of(docker0)))
                .withNetwork(state.own("host", "host", List.of()))
                .withNetwork(state.own("none", "null", List.of()));
    }

    private ObservedNetwork own(String name, String driver, List<Subnet> subnets) {
        NetworkOptions options =
                new NetworkOptions(Optional.of(driver), false, false, false, false, Map.of(), Map.of());
        return new ObservedNetwork(digest("network " + name), name, options, subnets);
    }

    ObservedState observed() {
        return new ObservedState(
                List.copyOf(networks.values()),
                containers.values().stream().map(c -> c.observed(hasGateway(c))).toList());
    }

    /**
     * Returns the events that lead here from another state. Containers that no change touched are not looked at, unless a
     * network changed, which tells of their ports.
     */
    List<EngineEvent> since(PracticeState before) {
        List<EngineEvent> events = new ArrayList<>(
                networks.equals(before.networks)
                        ? ObservedChanges.between(
                                new ObservedState(List.of(), before.observedBeside(this)),
                                new ObservedState(List.of(), observedBeside(before)))
                        : ObservedChanges.between(before.observed(), observed()));
        pulled.forEach((reference, times) -> {
            if (!times.equals(before.pulled.get(reference))) {
                events.add(new EngineEvent.ImageChanged(reference));
            }
        });
        return events;
    }

    private List<ObservedContainer> observedBeside(PracticeState other) {
        Set<PracticeContainer> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(other.containers.values());
        List<ObservedContainer> found = new ArrayList<>();
        for (PracticeContainer container : containers.values()) {
            if (!same.contains(container)) {
                found.add(container.observed(hasGateway(container)));
            }
        }
        return found;
    }

    /** Returns whether a network of the container leads to the host, which published ports need. */
    boolean hasGateway(PracticeContainer container) {
        for (ObservedEndpoint endpoint : container.endpoints()) {
            ObservedNetwork network = networks.get(endpoint.network());
            if (network != null && !network.options().internal()) {
                return true;
            }
        }
        return false;
    }

    ObservedNetwork network(String name) throws EngineException {
        for (ObservedNetwork network : networks.values()) {
            if (network.name().equals(name) || network.id().equals(name)) {
                return network;
            }
        }
        throw new EngineException(Kind.NOT_FOUND, "The engine has no network " + name + ".");
    }

    PracticeContainer container(String nameOrId) throws EngineException {
        return find(nameOrId)
                .orElseThrow(
                        () -> new EngineException(Kind.NOT_FOUND, "The engine has no container " + nameOrId + "."));
    }

    Optional<PracticeContainer> find(String nameOrId) {
        PracticeContainer named = containers.get(nameOrId);
        if (named != null) {
            return Optional.of(named);
        }
        for (PracticeContainer container : containers.values()) {
            if (container.id().equals(nameOrId)) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }

    List<PracticeContainer> members(String network) {
        List<PracticeContainer> members = new ArrayList<>();
        for (PracticeContainer container : containers.values()) {
            if (container.endpoint(network).isPresent()) {
                members.add(container);
            }
        }
        return members;
    }

    PracticeState withNetwork(ObservedNetwork network) {
        SortedMap<String, ObservedNetwork> map = new TreeMap<>(networks);
        map.put(network.name(), network);
        return new PracticeState(map, containers, pulled, gone);
    }

    PracticeState withoutNetwork(String name) {
        SortedMap<String, ObservedNetwork> map = new TreeMap<>(networks);
        map.remove(name);
        return new PracticeState(map, containers, pulled, gone(NETWORK + name));
    }

    PracticeState withContainer(PracticeContainer container) {
        SortedMap<String, PracticeContainer> map = new TreeMap<>(containers);
        map.put(container.name(), container);
        return new PracticeState(networks, map, pulled, gone);
    }

    PracticeState withoutContainer(String name) {
        SortedMap<String, PracticeContainer> map = new TreeMap<>(containers);
        map.remove(name);
        return new PracticeState(networks, map, pulled, gone(CONTAINER + name));
    }

    /** Returns the state once every health check that is under way has succeeded. */
    PracticeState settled() {
        SortedMap<String, PracticeContainer> map = new TreeMap<>(containers);
        map.replaceAll((name, container) ->
                container.status().health() == Health.STARTING ? container.withHealth(Health.HEALTHY) : container);
        return new PracticeState(networks, map, pulled, gone);
    }

    /** Changes the container of an id; nothing happens when it is gone. */
    PracticeState updating(String id, UnaryOperator<PracticeContainer> change) {
        return find(id).map(c -> withContainer(change.apply(c))).orElse(this);
    }

    /** Returns the id of the image that a reference means; an id means itself. */
    String imageId(String reference) {
        String prefix = "sha256:";
        return reference.startsWith(prefix)
                ? reference
                : prefix + digest("image " + reference + " " + pulled.getOrDefault(reference, 0));
    }

    /** Lets a reference mean a newer image. */
    PracticeState withNewImage(String reference) {
        Map<String, Integer> map = new TreeMap<>(pulled);
        map.merge(reference, 1, Integer::sum);
        return new PracticeState(networks, containers, map, gone);
    }

    /** Returns the id that a new network of a name gets. */
    String networkId(String name) {
        return id(NETWORK + name, NETWORK + name);
    }

    /**
     * Returns the id that a new container of a name gets. It follows from what the container is made from: practice begins anew
     * with each start of the program, and what came from other files since must not be taken for the one that was there.
     */
    String containerId(String name, Map<String, String> labels) {
        return id(CONTAINER + name + " " + labels.getOrDefault(ObservedContainer.HASH_LABEL, ""), CONTAINER + name);
    }

    private String id(String what, String place) {
        return digest("practice " + what + " " + gone.getOrDefault(place, 0));
    }

    private Map<String, Integer> gone(String what) {
        Map<String, Integer> more = new TreeMap<>(gone);
        more.merge(what, 1, Integer::sum);
        return more;
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
