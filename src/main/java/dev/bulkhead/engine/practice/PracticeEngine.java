package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineExec;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineMeasure;
import dev.bulkhead.engine.EngineNetworks;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.observed.ContainerLook;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.observed.ObservedImage;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container engine in memory with the observable behaviour of a real one, to practise a migration on and to test with.
 *
 * <p>Safe for use by several threads. Events are told on the thread that caused them.
 */
public final class PracticeEngine
        implements EngineObserver, EngineNetworks, EngineContainers, EngineExec, EngineMeasure {

    private static final EngineInfo INFO = new EngineInfo("Practice engine", "28.5.2", "1.51", EngineInfo.PRACTICE);

    private final PracticeTimer timer;
    private final PracticeSettings settings;
    private final PracticeFaults faults = new PracticeFaults();
    private final PracticeMemory memory = new PracticeMemory(INFO, faults);
    private final PracticeHealth health;

    /** An engine without containers, whose proxies are told nothing by files. */
    public PracticeEngine(PracticeTimer timer) {
        this(timer, Optional.empty());
    }

    private PracticeEngine(PracticeTimer timer, Optional<FileTree> disk) {
        this.timer = timer;
        this.health = new PracticeHealth(memory, faults, timer);
        this.settings = new PracticeSettings(disk);
    }

    /** Returns an engine on which a project was {@linkplain #bring brought up}, whose proxies are told nothing by files. */
    public static PracticeEngine running(Topology topology, PracticeTimer timer) throws EngineException {
        return new PracticeEngine(timer).bring(topology);
    }

    /** Returns an engine on which a project was {@linkplain #bring brought up}, whose proxies read the files they mount. */
    public static PracticeEngine running(Topology topology, PracticeTimer timer, FileTree disk) throws EngineException {
        return new PracticeEngine(timer, Optional.of(disk)).bring(topology);
    }

    /** Brings a project up and lets it become healthy; fails if it could not run, as where its subnets overlap. */
    private PracticeEngine bring(Topology topology) throws EngineException {
        for (NetworkSpec network : ExternalNetworks.before(topology)) {
            if (!memory.state().networks().containsKey(network.name())) {
                createNetwork(network);
            }
        }
        up(topology, StartOrder.of(topology), line -> {});
        change(PracticeState::settled);
        return this;
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
        return asked("").observed();
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        return memory.watch(listener);
    }

    @Override
    public EngineDetails details() throws EngineException {
        return PracticeBlueprint.details(asked(""));
    }

    @Override
    public ContainerBlueprint inspect(String container) throws EngineException {
        return PracticeBlueprint.of(asked(container).container(container));
    }

    @Override
    public ContainerLook look(String container) throws EngineException {
        return asked(container).container(container).look(faults);
    }

    @Override
    public Optional<ObservedImage> image(String reference) throws EngineException {
        return Optional.of(new ObservedImage(asked(reference).imageId(reference), true));
    }

    /** At practice nobody looks at health again and again: it is what it is said to be, at once. */
    @Override
    public Optional<HealthLook> lastHealthLook(String container) throws EngineException {
        faults.check(PracticeCall.OBSERVE, container);
        return Optional.empty();
    }

    @Override
    public List<String> processes(String container) throws EngineException {
        return asked(container).container(container).processes();
    }

    /** Practice containers write nothing; a log that is followed ends with its container. */
    @Override
    public EngineStream logs(String container, LogQuery query, Consumer<LogLine> listener) throws EngineException {
        String id = asked(container).container(container).id();
        return PacedStream.start("practice-log", () -> query.follow() && PracticeFigures.runs(memory.state(), id));
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
        change(s -> ContainerChanges.stop(s, container));
        startUp(container);
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
        startUp(container);
    }

    private void startUp(String container) throws EngineException {
        boolean ran = memory.state().container(container).running();
        PracticeContainer started = change(s -> ContainerChanges.start(s, container, timer.instant()))
                .container(container);
        if (!ran) {
            settings.atStart(started);
        }
        health.await(started);
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        faults.check(PracticeCall.STOP, container);
        change(s -> ContainerChanges.stop(s, container));
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        faults.check(PracticeCall.EXEC, container);
        return PracticeExec.run(memory.state(), container, command, new PracticeExec.Arranged(settings, faults));
    }

    @Override
    public Optional<ResourceUse> resources(List<String> containers) throws EngineException {
        return Optional.of(PracticeFigures.of(asked(""), containers));
    }

    @Override
    public EngineStream follow(List<String> containers, Consumer<ContainerFigures> listener) throws EngineException {
        faults.check(PracticeCall.OBSERVE, "");
        return PracticeFigures.follow(memory::state, faults, containers, listener);
    }

    private PracticeState asked(String what) throws EngineException {
        faults.check(PracticeCall.OBSERVE, what);
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
            Service service = PracticeCompose.service(topology, key);
            PracticeState before = change(s -> PracticeCompose.networks(s, topology, service));
            PracticeState after = change(s -> PracticeCompose.up(s, topology, service));
            String name = PracticeReplicas.of(after, topology, service).last().name();
            boolean made = !before.find(name).equals(after.find(name));
            log.accept("Container " + name + (made ? "  Created" : "  Running"));
            startUp(name);
            log.accept("Container " + name + "  Started");
        }
    }

    /** Stops and removes the containers of services, as somebody does by hand. */
    public void remove(Topology topology, List<String> services, Consumer<String> log) throws EngineException {
        for (String key : services) {
            Service service = PracticeCompose.service(topology, key);
            for (String name :
                    PracticeReplicas.of(memory.state(), topology, service).names()) {
                change(s -> s.withoutContainer(name));
                log.accept("Container " + name + "  Removed");
            }
        }
    }

    /** Creates and starts a second container of a service, as {@code up --no-recreate --scale} does. */
    public void addInstance(Topology topology, String key, Consumer<String> log) throws EngineException {
        faults.check(PracticeCall.UP, key);
        Service service = PracticeCompose.service(topology, key);
        change(s -> PracticeCompose.networks(s, topology, service));
        PracticeState after = change(s -> PracticeCompose.add(s, topology, service));
        String name = PracticeReplicas.of(after, topology, service).last().name();
        faults.check(PracticeCall.START, name);
        startUp(name);
        log.accept("Container " + name + "  Started");
    }

    /** Lets the health check of a container (by name) fail from now on, or succeed again. */
    public void setHealthy(String container, boolean healthy) {
        health.set(container, healthy);
    }

    /**
     * Makes the engine vanish for a reason, in a sentence: every call fails and watchers are told, until {@link #comeBack}.
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
