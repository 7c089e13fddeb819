package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
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
     * is unhealthy has its time as well where the engine looks at it again and again, since it may recover.
     *
     * @return how they were at the end, and what the last health check said of those that are not well
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
        Set<String> lookedAt = new HashSet<>();
        End end = awaitEvents(services, leaving, deadline, lookedAt);
        while (!end.doubtful().isEmpty() && end.doubtful().stream().allMatch(this::isLookedAt)) {
            lookedAt.addAll(end.doubtful());
            end = awaitEvents(services, leaving, deadline, lookedAt);
        }
        if (end.ready()) {
            return end.told() ? new Readiness(List.of(), List.of()) : new Readiness(List.of(SILENT), List.of());
        }
        return Readiness.of(end.staying(), project, services, this::lastHealthLook);
    }

    /** Whether its health is looked at again; of one that is gone, or whose engine is, the events will tell. */
    private boolean isLookedAt(String container) {
        try {
            return engine.observer().lastHealthLook(container).isPresent();
        } catch (EngineException e) {
            return true;
        }
    }

    private Optional<String> lastHealthLook(ObservedContainer container) {
        try {
            return engine.observer()
                    .lastHealthLook(container.id())
                    .filter(look -> !look.passed())
                    .map(HealthLook::text);
        } catch (EngineException e) {
            return Optional.empty(); // gone meanwhile, or the engine is; how it was last is told all the same
        }
    }

    /**
     * End of a wait.
     *
     * @param ready whether all were ready when the engine was last heard
     * @param told whether the engine tells how things stand
     * @param doubtful ids of those that are unhealthy, of which it is not known yet whether they can become well
     */
    private record End(ObservedState staying, boolean ready, boolean told, List<String> doubtful) {}

    private synchronized End awaitEvents(
            List<String> services, Set<String> leaving, long deadline, Set<String> lookedAt)
            throws InterruptedException {
        long stoppedSince = Long.MAX_VALUE;
        long silentSince = Long.MAX_VALUE;
        while (true) {
            ObservedState staying = without(live.state(), leaving);
            boolean ready = Readiness.of(staying, project, services).ready();
            long now = patience.nanos();
            boolean stopped = services.stream().anyMatch(service -> stopped(staying, service));
            stoppedSince = stopped ? Math.min(stoppedSince, now) : Long.MAX_VALUE;
            boolean tooLong = stopped && now - stoppedSince > STOPPED_LIMIT.toNanos();
            List<String> doubtful = doubtful(staying, services, lookedAt);
            if (live.current() && (ready || dead(staying, services) || tooLong || !doubtful.isEmpty())) {
                return new End(staying, ready, true, doubtful);
            }
            silentSince = live.current() ? Long.MAX_VALUE : Math.min(silentSince, now);
            boolean silent = !live.current() && now - silentSince > SILENCE_LIMIT.toNanos();
            if (now >= deadline || silent) {
                return new End(staying, ready, false, List.of());
            }
            patience.await(this, Duration.ofNanos(Math.min(deadline - now, LOOK.toNanos())));
        }
    }

    private List<String> doubtful(ObservedState present, List<String> services, Set<String> lookedAt) {
        return services.stream()
                .flatMap(service -> present.containers(project, service).stream())
                .filter(container -> container.status().health() == ObservedContainer.Health.UNHEALTHY)
                .map(ObservedContainer::id)
                .filter(id -> !lookedAt.contains(id))
                .toList();
    }

    private boolean dead(ObservedState present, List<String> services) {
        return services.stream()
                .flatMap(service -> present.containers(project, service).stream())
                .anyMatch(container -> container.status().state() == ObservedContainer.RunState.DEAD);
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
            Readiness readiness = Readiness.of(now, project, services, this::lastHealthLook);
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
