package dev.bulkhead.ui.live;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Observed state, carried forward by events. */
final class ObservedStates {

    static final ObservedState NOTHING = new ObservedState(List.of(), List.of());

    private ObservedStates() {}

    /** Returns the state after an event. */
    static ObservedState after(ObservedState state, EngineEvent event) {
        return switch (event) {
            case EngineEvent.Connected connected -> connected.state();
            case EngineEvent.ContainerChanged changed ->
                new ObservedState(state.networks(), with(state.containers(), changed.container()));
            case EngineEvent.ContainerRemoved removed ->
                new ObservedState(
                        state.networks(),
                        state.containers().stream()
                                .filter(c -> !c.id().equals(removed.id()))
                                .toList());
            case EngineEvent.NetworkChanged changed ->
                new ObservedState(with(state.networks(), changed.network()), state.containers());
            case EngineEvent.NetworkRemoved removed ->
                new ObservedState(
                        state.networks().stream()
                                .filter(n -> !n.id().equals(removed.id()))
                                .toList(),
                        state.containers());
            case EngineEvent.ImageChanged _, EngineEvent.Disconnected _, EngineEvent.HostGone _ -> state;
        };
    }

    private static List<ObservedContainer> with(List<ObservedContainer> containers, ObservedContainer changed) {
        List<ObservedContainer> result = new ArrayList<>(containers);
        result.removeIf(c -> c.id().equals(changed.id()));
        result.add(changed);
        result.sort(Comparator.comparing(ObservedContainer::name));
        return result;
    }

    private static List<ObservedNetwork> with(List<ObservedNetwork> networks, ObservedNetwork changed) {
        List<ObservedNetwork> result = new ArrayList<>(networks);
        result.removeIf(n -> n.id().equals(changed.id()));
        result.add(changed);
        result.sort(Comparator.comparing(ObservedNetwork::name));
        return result;
    }
}
