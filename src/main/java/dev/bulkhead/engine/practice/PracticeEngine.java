package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineExec;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineMeasure;
import dev.bulkhead.engine.EngineNetworks;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container engine in memory with the observable behaviour of a real one, to practise a migration on and to test with.
 *
 * <p>Safe for use by several threads. Events are told on the thread that caused them.
 */
public final class PracticeEngine
        implements EngineObserver, EngineNetworks, EngineContainers, EngineExec, EngineMeasure {

    private static final EngineInfo INFO = new EngineInfo("Practice engine", "28.5.2", "1.51", "practice");
    private static final Duration TIME_TO_HEALTHY = Duration.ofMillis(1500);

    private final PracticeTimer timer;
    private final PracticeFaults faults = new PracticeFaults();
    private final PracticeMemory memory = new PracticeMemory(INFO, faults);

    /** An engine without containers. */
    public PracticeEngine(PracticeTimer timer) {
        this.timer = timer;
    }

    /**
     * Returns an engine on which a project has been brought up and become healthy.
     *
     * @throws EngineException if the project could not run, for instance because its subnets overlap
     */
    public static PracticeEngine running(Topology topology, PracticeTimer timer) throws EngineException {
        PracticeEngine engine = new PracticeEngine(timer);
        for (NetworkSpec network : ExternalNetworks.before(topology)) {
            if (!engine.current().networks().containsKey(network.name())) {
                engine.createNetwork(network);
            }
        }
        List<String> active = StartOrder.of(topology);
        engine.up(topology, active, line -> {});
        engine.change(PracticeState::settled);
        return engine;
    }

    /** Returns the switches that make calls fail. */
    public PracticeFaults faults() {
        return faults;
    }

    @Override
    public EngineInfo info() throws EngineException {
        faults.check(PracticeCall.INFO, "");
        return INFO;
    }

    @Override
    public ObservedState observe() throws EngineException {
        faults.check(PracticeCall.OBSERVE, "");
        return current().observed();
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        return memory.watch(listener);
    }

    @Override
    public ContainerBlueprint inspect(String container) throws EngineException {
        faults.check(PracticeCall.OBSERVE, container);
        return PracticeBlueprint.of(current().container(container));
    }

    @Override
    public Optional<String> imageId(String reference) throws EngineException {
        faults.check(PracticeCall.OBSERVE, reference);
        return Optional.of(current().imageId(reference));
    }

    /** Practice containers write nothing; a log that is followed ends with its container. */
    @Override
    public EngineStream logs(String container, LogQuery query, Consumer<LogLine> listener) throws EngineException {
        faults.check(PracticeCall.OBSERVE, container);
        String id = current().container(container).id();
        return PacedStream.start("practice-log", () -> query.follow() && running(id));
    }

    private boolean running(String id) {
        return current().find(id).map(PracticeContainer::running).orElse(false);
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        faults.check(PracticeCall.CREATE_NETWORK, network.name());
        change(s -> Networking.create(s, network));
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        faults.check(PracticeCall.REMOVE_NETWORK, name);
        change(s -> Networking.remove(s, name));
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        faults.check(PracticeCall.CONNECT, container);
        change(s -> Networking.connect(s, network, container, endpoint));
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        faults.check(PracticeCall.DISCONNECT, container);
        change(s -> Networking.disconnect(s, network, container));
    }

    @Override
    public String createContainer(NewContainer container) throws EngineException {
        faults.check(PracticeCall.CREATE_CONTAINER, container.name());
        return change(s -> ContainerChanges.create(s, container))
                .container(container.name())
                .id();
    }

    @Override
    public String recreateContainer(ContainerBlueprint blueprint) throws EngineException {
        faults.check(PracticeCall.CREATE_CONTAINER, blueprint.name());
        return change(s -> ContainerChanges.recreate(s, blueprint))
                .container(blueprint.name())
                .id();
    }

    @Override
    public void restart(String container, Duration grace) throws EngineException {
        faults.check(PracticeCall.RESTART, container);
        change(s -> s.withContainer(s.container(container).stopped()));
        PracticeState after = change(s -> ContainerChanges.start(s, container, timer.instant()));
        awaitHealth(after.container(container));
    }

    @Override
    public void rename(String container, String name) throws EngineException {
        faults.check(PracticeCall.RENAME, container);
        change(s -> ContainerChanges.rename(s, container, name));
    }

    @Override
    public void removeContainer(String container) throws EngineException {
        faults.check(PracticeCall.REMOVE_CONTAINER, container);
        change(s -> ContainerChanges.remove(s, container));
    }

    /** Every pull finds a newer image than the engine has. */
    @Override
    public void pull(String image, Consumer<String> log) throws EngineException {
        faults.check(PracticeCall.PULL, image);
        change(s -> s.withNewImage(image));
        log.accept("Status: Downloaded newer image for " + image);
    }

    @Override
    public void start(String container) throws EngineException {
        faults.check(PracticeCall.START, container);
        PracticeState after = change(s -> ContainerChanges.start(s, container, timer.instant()));
        awaitHealth(after.container(container));
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        faults.check(PracticeCall.STOP, container);
        change(s -> {
            PracticeContainer found = s.container(container);
            return found.running() ? s.withContainer(found.stopped()) : s;
        });
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        faults.check(PracticeCall.EXEC, container);
        PracticeState now = current();
        PracticeContainer asking = now.container(container);
        if (!asking.running()) {
            throw new EngineException(Kind.CONFLICT, "Container " + asking.name() + " does not run.");
        }
        return new PracticeExec(now, asking).run(command);
    }

    /** Steady figures: a practice container uses a hundredth of a processor and 64 MiB. */
    @Override
    public Optional<ResourceUse> resources(List<String> containers) throws EngineException {
        faults.check(PracticeCall.OBSERVE, "");
        PracticeState now = current();
        Map<String, ResourceUse.Container> used = new HashMap<>();
        for (String id : containers) {
            if (now.find(id).map(PracticeContainer::running).orElse(false)) {
                used.put(id, new ResourceUse.Container(0.01, 64L << 20));
            }
        }
        ResourceUse.Disk disk = new ResourceUse.Disk(60L << 30, 100L << 30);
        return Optional.of(ResourceUse.of(4, 16L << 30, Optional.of(disk), used));
    }

    @Override
    public EngineStream follow(List<String> containers, Consumer<ContainerFigures> listener) throws EngineException {
        faults.check(PracticeCall.OBSERVE, "");
        return PacedStream.start("practice-figures", () -> {
            List<String> running = containers.stream().filter(this::running).toList();
            running.forEach(id -> listener.accept(new ContainerFigures(id, 0.01, 64L << 20, 0, 0)));
            return !running.isEmpty();
        });
    }

    private PracticeState current() {
        return memory.state();
    }

    private <E extends Exception> PracticeState change(PracticeMemory.Change<E> change) throws E {
        return memory.change(change);
    }

    /** Creates or recreates and starts services in the order given, as {@code docker compose up --no-deps} does. */
    public void up(Topology topology, List<String> services, Consumer<String> log) throws EngineException {
        change(s -> PracticeCompose.withoutDiverged(s, topology, services));
        for (String key : services) {
            faults.check(PracticeCall.UP, key);
            Service service = service(topology, key);
            String name = PracticeCompose.name(topology, service);
            change(s -> PracticeCompose.networks(s, topology, service));
            if (PracticeCompose.upToDate(current(), topology, service)) {
                log.accept("Container " + name + "  Running");
            } else {
                change(s -> PracticeCompose.create(s, topology, service));
                log.accept("Container " + name + "  Created");
            }
            PracticeState after = change(s -> ContainerChanges.start(s, name, timer.instant()));
            log.accept("Container " + name + "  Started");
            awaitHealth(after.container(name));
        }
    }

    /** Stops and removes the containers of services. */
    public void remove(Topology topology, List<String> services, Consumer<String> log) throws EngineException {
        for (String key : services) {
            faults.check(PracticeCall.REMOVE, key);
            String name = PracticeCompose.name(topology, service(topology, key));
            change(s -> s.withoutContainer(name));
            log.accept("Container " + name + "  Removed");
        }
    }

    private static Service service(Topology topology, String key) throws EngineException {
        return topology.service(key)
                .orElseThrow(() -> new EngineException(Kind.NOT_FOUND, "The project has no service " + key + "."));
    }

    private void awaitHealth(PracticeContainer container) {
        if (container.status().health() == Health.STARTING) {
            timer.after(TIME_TO_HEALTHY, () -> judge(container));
        }
    }

    private void judge(PracticeContainer started) {
        Health verdict = faults.isUnhealthy(started.name()) ? Health.UNHEALTHY : Health.HEALTHY;
        change(s -> s.updating(started.id(), c -> c.status().equals(started.status()) ? c.withHealth(verdict) : c));
    }

    /** Lets the health check of a container (by name) fail from now on, or succeed again. */
    public void setHealthy(String container, boolean healthy) {
        faults.setUnhealthy(container, !healthy);
        Health health = healthy ? Health.HEALTHY : Health.UNHEALTHY;
        change(s -> s.find(container)
                .map(c -> c.running() && c.status().health() != Health.NONE ? s.withContainer(c.withHealth(health)) : s)
                .orElse(s));
    }

    /**
     * Makes the engine vanish: every call fails and watchers are told, until {@link #comeBack}.
     *
     * @param reason one sentence
     */
    public void goAway(String reason) {
        memory.goAway(reason);
    }

    /** Brings the engine back; watchers get its whole state. */
    public void comeBack() {
        memory.comeBack();
    }

    @Override
    public void close() {
        memory.close();
    }
}
