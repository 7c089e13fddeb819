package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Engines of several hosts that are looked at as if they were one: a question about a container goes to the host that has it.
 * Nothing is changed through it, for a change belongs to one host.
 */
public final class ManyEngines implements Engine.Answerer {

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final List<HostView.Answered> views;

    private ManyEngines(List<HostEngine> hosts, ObservedHosts seen) {
        this.views = seen.answered();
        for (HostView.Answered view : views) {
            hosts.stream()
                    .filter(host -> host.host().equals(view.host()))
                    .forEach(host -> engines.put(host.host(), host.engine()));
        }
    }

    /** Returns the engines of hosts that answered, as they were seen, as one; at least one answered. */
    public static Engine of(List<HostEngine> hosts, ObservedHosts seen) {
        return Engine.answeredBy(new ManyEngines(hosts, seen));
    }

    /** Asks hosts, as they were seen, one thing. */
    static @Nullable Object asked(List<HostEngine> hosts, ObservedHosts seen, EngineCall call) throws EngineException {
        return new ManyEngines(hosts, seen).answer(call);
    }

    @Override
    public @Nullable Object answer(EngineCall call) throws EngineException {
        if (call.changes()) {
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "A change is made on one host at a time; name one engine with --engine.");
        }
        if (call.closes()) {
            return null; // who opened the connections closes them
        }
        Object first = call.arguments().isEmpty() ? null : call.arguments().getFirst();
        return switch (call.method().getName()) {
            case "info" -> info();
            case "observe" -> together();
            case "image" -> image(String.valueOf(first));
            case "resources" -> resources(first instanceof List<?> ids ? ids : List.of());
            default -> call.on(first instanceof String container ? owner(container) : firstEngine());
        };
    }

    private Engine firstEngine() {
        return engines.values().iterator().next();
    }

    private EngineInfo info() {
        return views.getFirst().info();
    }

    /** Everything that was seen when the hosts were asked, so that all parts of an answer are of one moment. */
    private ObservedState together() {
        // one of a name stands for all: what differs between hosts is told host by host, by drift
        SortedMap<String, ObservedNetwork> networks = new TreeMap<>();
        List<ObservedContainer> containers = new ArrayList<>();
        views.forEach(view -> {
            view.state().networks().forEach(network -> networks.putIfAbsent(network.name(), network));
            containers.addAll(view.state().containers());
        });
        containers.sort(Comparator.comparing(ObservedContainer::name));
        return new ObservedState(List.copyOf(networks.values()), containers);
    }

    private Engine owner(String container) {
        return views.stream()
                .filter(view -> view.state().containers().stream()
                        .anyMatch(
                                one -> one.id().equals(container) || one.name().equals(container)))
                .findFirst()
                .flatMap(view -> Optional.ofNullable(engines.get(view.host())))
                .orElseGet(this::firstEngine);
    }

    /** A reference may mean another image on each host; then no container is older than what it means. */
    private Optional<ObservedImage> image(String reference) throws EngineException {
        Set<ObservedImage> images = new HashSet<>();
        for (Engine engine : engines.values()) {
            engine.observer().image(reference).ifPresent(images::add);
        }
        return images.size() == 1 ? images.stream().findFirst() : Optional.empty();
    }

    /** Only one machine's processors and memory can be set against each other. */
    private Optional<ResourceUse> resources(List<?> containers) throws EngineException {
        List<String> ids = containers.stream().map(String::valueOf).toList();
        Set<Engine> owners = new LinkedHashSet<>();
        ids.forEach(id -> owners.add(owner(id)));
        if (owners.size() > 1) {
            throw new EngineException(
                    EngineException.Kind.REFUSED,
                    "What containers use is measured on one host at a time; name one engine with --engine.");
        }
        return owners.isEmpty()
                ? Optional.empty()
                : owners.iterator().next().measure().resources(ids);
    }
}
