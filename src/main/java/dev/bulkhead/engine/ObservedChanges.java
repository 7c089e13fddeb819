package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Changes between two observations, told as the event stream would have. */
public final class ObservedChanges {

    private ObservedChanges() {}

    /**
     * Returns the events that lead from one state to another: networks that came or changed, containers that left,
     * containers that came or changed, networks that left.
     */
    public static List<EngineEvent> between(ObservedState before, ObservedState after) {
        List<EngineEvent> events = new ArrayList<>();
        changed(before.networks(), after.networks(), ObservedNetwork::id)
                .forEach(network -> events.add(new EngineEvent.NetworkChanged(network)));
        gone(before.containers(), after.containers(), ObservedContainer::id)
                .forEach(id -> events.add(new EngineEvent.ContainerRemoved(id)));
        changed(before.containers(), after.containers(), ObservedContainer::id)
                .forEach(container -> events.add(new EngineEvent.ContainerChanged(container)));
        gone(before.networks(), after.networks(), ObservedNetwork::id)
                .forEach(id -> events.add(new EngineEvent.NetworkRemoved(id)));
        return List.copyOf(events);
    }

    private static <T> List<T> changed(List<T> before, List<T> after, Function<T, String> id) {
        Map<String, T> known = new HashMap<>();
        before.forEach(item -> known.put(id.apply(item), item));
        return after.stream()
                .filter(item -> !item.equals(known.get(id.apply(item))))
                .toList();
    }

    private static <T> List<String> gone(List<T> before, List<T> after, Function<T, String> id) {
        Set<String> left = new HashSet<>();
        after.forEach(item -> left.add(id.apply(item)));
        return before.stream().map(id).filter(key -> !left.contains(key)).toList();
    }
}
