package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Watch on the engines of several hosts as on one: it stands while all of theirs stand. */
final class JoinedWatch implements EngineObserver.Watch {

    private final Consumer<EngineEvent> listener;
    private final Map<HostNames, LiveState> seen = new LinkedHashMap<>();
    private final List<EngineObserver.Watch> watches = new ArrayList<>();

    private JoinedWatch(Consumer<EngineEvent> listener) {
        this.listener = listener;
    }

    /** Opens one on each of the engines. */
    static JoinedWatch open(Map<HostNames, EngineObserver> engines, Consumer<EngineEvent> listener) {
        JoinedWatch watch = new JoinedWatch(listener);
        engines.keySet().forEach(host -> watch.seen.put(host, LiveState.initial()));
        engines.forEach((host, engine) -> watch.watches.add(engine.watch(event -> watch.on(host, event))));
        return watch;
    }

    private synchronized void on(HostNames host, EngineEvent event) {
        LiveState before = seen.getOrDefault(host, LiveState.initial());
        LiveState after = before.after(event);
        seen.put(host, after);
        boolean all = seen.values().stream().allMatch(LiveState::current);
        switch (event) {
            case EngineEvent.Disconnected(String reason, int attempt, long retryInMillis) ->
                listener.accept(
                        new EngineEvent.Disconnected("Host " + host.host() + ": " + reason, attempt, retryInMillis));
            case EngineEvent.ContainerChanged(var container)
            when all -> listener.accept(new EngineEvent.ContainerChanged(host.of(container)));
            case EngineEvent.ContainerRemoved _, EngineEvent.ImageChanged _ when all -> listener.accept(event);
            // one of a name on several hosts, or one that spans them, is told as it is among all of them
            case EngineEvent.Connected _, EngineEvent.NetworkChanged _, EngineEvent.NetworkRemoved _
            when all -> listener.accept(new EngineEvent.Connected(first(), together()));
            case EngineEvent.Connected _,
                    EngineEvent.ContainerChanged _,
                    EngineEvent.ContainerRemoved _,
                    EngineEvent.NetworkChanged _,
                    EngineEvent.NetworkRemoved _,
                    EngineEvent.ImageChanged _,
                    EngineEvent.HostGone _ -> {}
        }
    }

    private EngineInfo first() {
        return seen.values().stream()
                .flatMap(state -> state.info().stream())
                .findFirst()
                .orElseThrow();
    }

    private ObservedState together() {
        Map<HostNames, ObservedState> states = new LinkedHashMap<>();
        seen.forEach((host, state) -> states.put(host, state.state()));
        return JoinedEngines.together(states);
    }

    @Override
    public boolean settle(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        boolean settled = true;
        for (EngineObserver.Watch watch : watches) {
            settled &= watch.settle(Duration.ofNanos(Math.max(end - System.nanoTime(), 1)));
        }
        return settled && allStand();
    }

    private synchronized boolean allStand() {
        return seen.values().stream().allMatch(LiveState::current);
    }

    @Override
    public void close() {
        watches.forEach(EngineObserver.Watch::close);
    }
}
