package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Counted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Wording of an event: what it changed against the state before it. */
final class EventLines {

    private EventLines() {}

    static EventLine of(EngineEvent event, ObservedState before, Instant at) {
        return switch (event) {
            case EngineEvent.Connected connected ->
                new EventLine(
                        at,
                        "engine",
                        connected.info().name() + " " + connected.info().version(),
                        "connected: "
                                + Counted.of(connected.state().containers().size(), "container") + ", "
                                + Counted.of(connected.state().networks().size(), "network"));
            case EngineEvent.ContainerChanged changed -> container(changed.container(), before, at);
            case EngineEvent.ContainerRemoved removed ->
                new EventLine(
                        at,
                        "container",
                        find(before, removed.id()).map(ObservedContainer::name).orElse(removed.id()),
                        "removed");
            case EngineEvent.NetworkChanged changed ->
                new EventLine(
                        at,
                        "network",
                        changed.network().name(),
                        before.network(changed.network().name()).isPresent() ? "changed" : "created");
            case EngineEvent.NetworkRemoved removed ->
                new EventLine(
                        at,
                        "network",
                        before.networks().stream()
                                .filter(n -> n.id().equals(removed.id()))
                                .map(ObservedNetwork::name)
                                .findFirst()
                                .orElse(removed.id()),
                        "removed");
            case EngineEvent.ImageChanged(String reference) -> new EventLine(at, "image", reference, "changed");
            case EngineEvent.HostGone(String host, String reason) -> new EventLine(at, "host", host, "gone: " + reason);
            case EngineEvent.Disconnected gone -> new EventLine(at, "engine", "gone", gone.reason());
        };
    }

    private static EventLine container(ObservedContainer now, ObservedState before, Instant at) {
        Optional<ObservedContainer> old = find(before, now.id());
        List<String> networks = names(now);
        if (old.isPresent() && !names(old.get()).equals(networks)) {
            String joined =
                    networks.stream().filter(n -> !names(old.get()).contains(n)).collect(Collectors.joining(", "));
            String left =
                    names(old.get()).stream().filter(n -> !networks.contains(n)).collect(Collectors.joining(", "));
            String words = (joined.isEmpty() ? "" : "joined " + joined)
                    + (joined.isEmpty() || left.isEmpty() ? "" : "; ")
                    + (left.isEmpty() ? "" : "left " + left);
            return new EventLine(at, "container", now.name(), words);
        }
        return new EventLine(at, "container", now.name(), now.status().text());
    }

    private static List<String> names(ObservedContainer container) {
        return container.endpoints().stream().map(ObservedEndpoint::network).toList();
    }

    private static Optional<ObservedContainer> find(ObservedState state, String id) {
        return state.containers().stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
