package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Meter of how long services were away, from the states that the engine's events lead through and the moments at which
 * they were told. Not thread-safe.
 */
final class DowntimeMeter {

    private final String project;
    private final Map<String, Instant> stoppedAt = new HashMap<>();
    private final Map<String, Instant> unreadySince = new HashMap<>();
    private final NavigableMap<String, Downtime> total = new TreeMap<>();
    private ObservedState last = new ObservedState(List.of(), List.of());

    DowntimeMeter(String project) {
        this.project = project;
    }

    /** Takes in the state at a moment. */
    void see(ObservedState state, Instant at) {
        Map<String, ObservedContainer> now = byService(state);
        byService(last).forEach((service, before) -> {
            if (running(before) && !sameRun(before, now.get(service))) {
                stoppedAt.putIfAbsent(service, at);
                unreadySince.putIfAbsent(service, at);
            }
        });
        now.forEach((service, container) -> {
            if (running(container) && stoppedAt.containsKey(service)) {
                add(service, new Downtime(since(stoppedAt, service, at), Duration.ZERO));
            }
            if (container.status().ready() && unreadySince.containsKey(service)) {
                add(service, new Downtime(Duration.ZERO, since(unreadySince, service, at)));
            }
        });
        last = state;
    }

    private static boolean running(ObservedContainer container) {
        return container.status().state() == RunState.RUNNING;
    }

    private static boolean sameRun(ObservedContainer before, @Nullable ObservedContainer now) {
        return now != null
                && running(now)
                && now.id().equals(before.id())
                && now.status().since().equals(before.status().since());
    }

    private static Duration since(Map<String, Instant> open, String service, Instant end) {
        Instant start = open.remove(service);
        return start == null ? Duration.ZERO : Duration.between(start, end);
    }

    private void add(String service, Downtime downtime) {
        total.merge(service, downtime, Downtime::plus);
    }

    private Map<String, ObservedContainer> byService(ObservedState state) {
        Map<String, ObservedContainer> map = new HashMap<>();
        for (ObservedContainer container : state.containers()) {
            if (container.project().filter(project::equals).isPresent()) {
                container.service().ifPresent(service -> map.merge(service, container, DowntimeMeter::present));
            }
        }
        return map;
    }

    /** While Compose recreates a service it has two containers; the one that runs counts. */
    private static ObservedContainer present(ObservedContainer a, ObservedContainer b) {
        return running(b) ? b : a;
    }

    /** Returns the time that each service was away; those that never were are left out. */
    NavigableMap<String, Downtime> total() {
        return new TreeMap<>(total);
    }
}
