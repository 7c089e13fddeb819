package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineMeasure;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<ObservedNetwork> networks = new ArrayList<>();
        List<ObservedContainer> containers = new ArrayList<>();
        views.forEach(view -> {
            networks.addAll(view.state().networks());
            containers.addAll(view.state().containers());
        });
        networks.sort(Comparator.comparing(ObservedNetwork::name));
        containers.sort(Comparator.comparing(ObservedContainer::name));
        return new ObservedState(networks, containers);
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

    private Optional<ObservedImage> image(String reference) throws EngineException {
        for (Engine engine : engines.values()) {
            Optional<ObservedImage> image = engine.observer().image(reference);
            if (image.isPresent()) {
                return image;
            }
        }
        return Optional.empty();
    }

    /** Only one machine's processors and memory can be set against each other: containers of the first host are measured. */
    private Optional<ResourceUse> resources(List<?> containers) throws EngineException {
        List<String> here = containers.stream()
                .map(String::valueOf)
                .filter(id -> views.getFirst().state().containers().stream()
                        .anyMatch(one -> one.id().equals(id)))
                .toList();
        EngineMeasure measure = firstEngine().measure();
        return here.size() == containers.size() ? measure.resources(here) : Optional.empty();
    }
}
