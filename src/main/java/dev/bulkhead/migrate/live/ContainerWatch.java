package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** Watch on a project's containers for the length of a run; events come on the engine's thread, waits on the caller's. */
public final class ContainerWatch implements AutoCloseable {

    /** How long a container may stand stopped before waiting for it is given up; engines restart within seconds. */
    private static final Duration STOPPED_LIMIT = Duration.ofSeconds(15);

    /** How long an engine may be silent before waiting is given up; one that is restarted is back sooner. */
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(20);

    /** Waits are woken by events; this is for the limits, not for looking at the engine again. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How long the result of a health check may take to be told. */
    private static final Duration CHECK_TOLD = Duration.ofSeconds(1);

    /** How often a service that is to stay well is looked at. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private static final String SILENT = "the engine does not answer";

    private final Engine engine;
    private final String project;
    private final InstantSource clock;
    private final Patience patience;
    private final ServiceListener listener;
    private final DowntimeMeter meter;
    private final Map<String, ObservedContainer.Status> seen = new HashMap<>();
    private final EngineObserver.Watch watch;
    private LiveState live = LiveState.initial();

    /** Hears of changed services. */
    @FunctionalInterface
    public interface ServiceListener {
        /** A service's container is new or changed. */
        void seen(String service, ObservedContainer.Status status, Instant at);
    }

    /** Starts following. */
    public ContainerWatch(
            Engine engine, String project, InstantSource clock, Patience patience, ServiceListener listener) {
        this.engine = engine;
        this.project = project;
        this.clock = clock;
        this.patience = patience;
        this.listener = listener;
        this.meter = new DowntimeMeter(project);
        this.watch = engine.observer().watch(this::on);
    }

    private void on(EngineEvent event) {
        Map<String, ObservedContainer.Status> changed = new HashMap<>();
        Instant now = clock.instant();
        synchronized (this) {
            live = live.after(event);
            if (live.current()) {
                meter.see(live.state(), now);
            }
            for (ObservedContainer container : live.state().containers()) {
                if (container.project().filter(project::equals).isPresent()
                        && container.service().isPresent()) {
                    String service = container.service().get();
                    if (!container.status().equals(seen.put(service, container.status()))) {
                        changed.put(service, container.status());
                    }
                }
            }
            notifyAll();
        }
        changed.forEach((service, status) -> listener.seen(service, status, now));
    }

    /**
     * Blocks until services run and are healthy, until one of them cannot become so any more, or until time is up. One that
     * is found unhealthy may be well again without being told so yet: it is waited for until it has been looked at anew.
     *
     * @return how they were at the end
     */
    public Readiness await(List<String> services, Duration timeout) throws InterruptedException {
        return await(services, Set.of(), timeout);
    }

    /**
     * As {@link #await(List, Duration)}, but for containers that are about to go.
     *
     * @param leaving their ids; however they are, they are not waited for
     */
    public Readiness await(List<String> services, Set<String> leaving, Duration timeout) throws InterruptedException {
        long deadline = patience.nanos() + timeout.toNanos();
        // what a call has changed may not have been told yet when the call returns: without this an old container,
        // already replaced, could count as ready
        if (!watch.settle(timeout.compareTo(SILENCE_LIMIT) < 0 ? timeout : SILENCE_LIMIT)) {
            return new Readiness(List.of(SILENT), List.of());
        }
        long lookedAnew = patience.nanos() + healthWithin(services, leaving).toNanos();
        return awaitEvents(services, leaving, deadline, lookedAnew);
    }

    /** How long it takes until the health of those that are unhealthy has been looked at anew. */
    private Duration healthWithin(List<String> services, Set<String> leaving) {
        Duration longest = Duration.ZERO;
        ObservedState now = without(state(), leaving);
        for (String service : services) {
            for (ObservedContainer container : now.containers(project, service)) {
                if (container.status().health() == ObservedContainer.Health.UNHEALTHY) {
                    Duration within = healthWithin(container);
                    longest = within.compareTo(longest) > 0 ? within : longest;
                }
            }
        }
        return longest;
    }

    private Duration healthWithin(ObservedContainer container) {
        try {
            return engine.observer()
                    .healthWithin(container.id())
                    .map(CHECK_TOLD::plus)
                    .orElse(Duration.ZERO);
        } catch (EngineException e) {
            // gone meanwhile, or the engine is; waiting for events finds out which
            return Duration.ZERO;
        }
    }

    private synchronized Readiness awaitEvents(
            List<String> services, Set<String> leaving, long deadline, long lookedAnew) throws InterruptedException {
        long stoppedSince = Long.MAX_VALUE;
        long silentSince = Long.MAX_VALUE;
        while (true) {
            ObservedState staying = without(live.state(), leaving);
            Readiness readiness = Readiness.of(staying, project, services);
            long now = patience.nanos();
            boolean stopped = services.stream().anyMatch(service -> stopped(staying, service));
            stoppedSince = stopped ? Math.min(stoppedSince, now) : Long.MAX_VALUE;
            boolean tooLong = stopped && now - stoppedSince > STOPPED_LIMIT.toNanos();
            boolean hopeless = !readiness.hopeless().isEmpty() && now >= lookedAnew;
            if (live.current() && (readiness.ready() || hopeless || tooLong)) {
                return readiness;
            }
            silentSince = live.current() ? Long.MAX_VALUE : Math.min(silentSince, now);
            boolean silent = !live.current() && now - silentSince > SILENCE_LIMIT.toNanos();
            if (now >= deadline || silent) {
                return readiness.ready() ? new Readiness(List.of(SILENT), List.of()) : readiness;
            }
            patience.await(this, Duration.ofNanos(Math.min(deadline - now, LOOK.toNanos())));
        }
    }

    private static ObservedState without(ObservedState state, Set<String> leaving) {
        return new ObservedState(
                state.networks(),
                state.containers().stream()
                        .filter(container -> !leaving.contains(container.id()))
                        .toList());
    }

    /**
     * One that was made and not started, as where its port is somebody else's, comes up no more by itself than one that
     * ended, or one that somebody removed.
     */
    private boolean stopped(ObservedState present, String service) {
        List<ObservedContainer> replicas = present.containers(project, service);
        return replicas.isEmpty()
                || replicas.stream()
                        .map(container -> container.status().state())
                        .anyMatch(state -> state == ObservedContainer.RunState.EXITED
                                || state == ObservedContainer.RunState.CREATED);
    }

    /**
     * Looks at services for a while.
     *
     * @return what became of the first that did not stay well, as a sentence; empty when all did
     */
    public Optional<String> steady(List<String> services, Duration time) throws EngineException, InterruptedException {
        Map<String, Integer> restarts = new HashMap<>();
        long until = patience.nanos() + time.toNanos();
        while (true) {
            ObservedState now = engine.observer().observe();
            Readiness readiness = Readiness.of(now, project, services);
            if (!readiness.ready()) {
                return Optional.of(readiness.text() + ".");
            }
            for (String service : services) {
                for (ObservedContainer container : now.containers(project, service)) {
                    int count = container.status().restarts();
                    if (count > restarts.computeIfAbsent(container.id(), id -> count)) {
                        return Optional.of(service + " ended and was started again by its restart policy.");
                    }
                }
            }
            if (patience.nanos() >= until) {
                return Optional.empty();
            }
            patience.pause(STEP);
        }
    }

    /** Returns what the engine last said. */
    public synchronized ObservedState state() {
        return live.state();
    }

    /** Returns how long each service was away since following began; those that never were are left out. */
    public synchronized NavigableMap<String, Downtime> downtimes() {
        return meter.total();
    }

    @Override
    public void close() {
        watch.close();
    }
}
