package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * State of the engine as it is known at this moment, folded from its events; immutable.
 *
 * @param connection whether the engine answers
 * @param info who answers, or answered last
 * @param state what it said last; kept while the engine is gone
 */
public record LiveState(Connection connection, Optional<EngineInfo> info, ObservedState state) {

    /** Whether the engine answers. */
    public sealed interface Connection {

        /** Nothing has been heard yet. */
        record Connecting() implements Connection {}

        /** The event stream stands. */
        record Standing() implements Connection {}

        /** The engine is gone; what is known is from before. */
        record Gone(EngineEvent.Disconnected why) implements Connection {}
    }

    /** Returns what is known before the first event. */
    public static LiveState initial() {
        return new LiveState(new Connection.Connecting(), Optional.empty(), new ObservedState(List.of(), List.of()));
    }

    /** Returns whether the state is the engine's present one. */
    public boolean current() {
        return connection instanceof Connection.Standing;
    }

    /** Returns what is known after one more event. */
    public LiveState after(EngineEvent event) {
        return switch (event) {
            case EngineEvent.Connected(EngineInfo who, ObservedState all) ->
                new LiveState(new Connection.Standing(), Optional.of(who), all);
            case EngineEvent.Disconnected why -> new LiveState(new Connection.Gone(why), info, state);
            case EngineEvent.ContainerChanged(ObservedContainer container) ->
                with(
                        state.networks(),
                        replaced(state.containers(), container, ObservedContainer::id, ObservedContainer::name));
            case EngineEvent.ContainerRemoved(String id) ->
                with(state.networks(), without(state.containers(), id, ObservedContainer::id));
            case EngineEvent.NetworkChanged(ObservedNetwork network) ->
                with(
                        replaced(state.networks(), network, ObservedNetwork::id, ObservedNetwork::name),
                        state.containers());
            // images are asked for, not kept; hosts are kept by who watches several
            case EngineEvent.ImageChanged _, EngineEvent.HostGone _ -> this;
            case EngineEvent.NetworkRemoved(String id) ->
                with(without(state.networks(), id, ObservedNetwork::id), state.containers());
        };
    }

    private LiveState with(List<ObservedNetwork> networks, List<ObservedContainer> containers) {
        return new LiveState(connection, info, new ObservedState(networks, containers));
    }

    private static <T> List<T> replaced(List<T> items, T item, Function<T, String> id, Function<T, String> name) {
        List<T> result = new ArrayList<>(without(items, id.apply(item), id));
        result.add(item);
        result.sort(Comparator.comparing(name));
        return result;
    }

    private static <T> List<T> without(List<T> items, String key, Function<T, String> id) {
        return items.stream().filter(i -> !id.apply(i).equals(key)).toList();
    }
}
