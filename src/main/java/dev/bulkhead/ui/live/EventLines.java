package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.ui.words.Words;
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
                        Words.of("eventlines.engine"),
                        connected.info().name() + " " + connected.info().version(),
                        Words.of(
                                "eventlines.connected",
                                Words.count(
                                        "container",
                                        connected.state().containers().size()),
                                Words.count(
                                        "network", connected.state().networks().size())));
            case EngineEvent.ContainerChanged changed -> container(changed.container(), before, at);
            case EngineEvent.ContainerRemoved removed ->
                new EventLine(
                        at,
                        Words.of("eventlines.container"),
                        find(before, removed.id()).map(ObservedContainer::name).orElse(removed.id()),
                        Words.of("eventlines.removed"));
            case EngineEvent.NetworkChanged changed ->
                new EventLine(
                        at,
                        Words.of("eventlines.network"),
                        changed.network().name(),
                        before.network(changed.network().name()).isPresent()
                                ? Words.of("eventlines.changed")
                                : Words.of("eventlines.created"));
            case EngineEvent.NetworkRemoved removed ->
                new EventLine(
                        at,
                        Words.of("eventlines.network"),
                        before.networks().stream()
                                .filter(n -> n.id().equals(removed.id()))
                                .map(ObservedNetwork::name)
                                .findFirst()
                                .orElse(removed.id()),
                        Words.of("eventlines.removed"));
            case EngineEvent.ImageChanged(String reference) ->
                new EventLine(at, Words.of("eventlines.image"), reference, Words.of("eventlines.changed"));
            case EngineEvent.HostGone(String host, String reason) ->
                new EventLine(at, Words.of("eventlines.host"), host, Words.of("eventlines.gone", reason));
            case EngineEvent.Disconnected gone ->
                new EventLine(at, Words.of("eventlines.engine"), Words.of("eventlines.gone-2"), gone.reason());
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
            String words = (joined.isEmpty() ? "" : Words.of("eventlines.joined", joined))
                    + (joined.isEmpty() || left.isEmpty() ? "" : "; ")
                    + (left.isEmpty() ? "" : Words.of("eventlines.left", left));
            return new EventLine(at, Words.of("eventlines.container"), now.name(), words);
        }
        return new EventLine(
                at, Words.of("eventlines.container"), now.name(), now.status().text());
    }

    private static List<String> names(ObservedContainer container) {
        return container.endpoints().stream().map(ObservedEndpoint::network).toList();
    }

    private static Optional<ObservedContainer> find(ObservedState state, String id) {
        return state.containers().stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
