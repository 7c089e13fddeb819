package dev.bulkhead.migrate.campaign;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.StateDirectory;
import dev.bulkhead.migrate.verify.Surprises;
import dev.bulkhead.testing.SmallDisk;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Subnet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project on an engine of its own, and all that can befall the two. */
abstract class World implements AutoCloseable {

    private static final String FOREIGN = "foreign";

    private final Occasions occasions;
    private final Engine engine;
    private Path directory;
    private Optional<SmallDisk> disks = Optional.empty();
    private Duration clockOff = Duration.ZERO;
    /** Name of a network, or of a container, of somebody else to its id. */
    private final SortedMap<String, String> foreignNetworks = new TreeMap<>();

    private final SortedMap<String, String> foreignContainers = new TreeMap<>();

    World(Path directory, Engine engine) {
        this.directory = directory;
        this.engine = engine;
        this.occasions = new Occasions(engine);
    }

    final Path directory() {
        return directory;
    }

    final Engine engine() {
        return engine;
    }

    final Occasions occasions() {
        return occasions;
    }

    /** Returns migrations as a process has them that is started now. */
    final Migration migration() throws MigrationException {
        return migration(new MigrationContext(
                request(),
                new DiskFileTree(),
                Engine.answeredBy(occasions),
                new State(directory.resolve(".bulkhead")),
                () -> clock().instant().plus(clockOff),
                () -> false));
    }

    private record State(Path path) implements StateDirectory {
        @Override
        public void create() throws IOException {
            Files.createDirectories(path);
        }
    }

    abstract Migration migration(MigrationContext context) throws MigrationException;

    abstract ComposeRequest request();

    abstract InstantSource clock();

    /** Returns all that the engine tells, but for what it makes up anew; waits for health checks that are under way. */
    abstract SortedMap<String, String> inspected() throws Exception;

    /** Lets the health check of a service fail from now on, or succeed again. */
    abstract void sick(String service, boolean sick) throws Exception;

    abstract void engineAway() throws Exception;

    abstract void engineBack() throws Exception;

    /** Lets somebody else's container have a port of the host. */
    abstract void occupy(PortMapping port) throws Exception;

    /** Lets go of the ports that {@link #occupy} took. */
    abstract void vacate() throws Exception;

    /** Ends the process that applies at a point; returns whether it came so far. */
    boolean kill(Destination destination, Point point) throws Exception {
        occasions.arrange(Optional.of(point), () -> {
            throw new Occasions.Killed();
        });
        try {
            destination.session(migration()).apply(occasions);
        } catch (Occasions.Killed killed) {
            occasions.nothing();
            return true;
        }
        return occasions.happened();
    }

    /** Ends the process that goes back at a point; returns whether it came so far. */
    boolean killOnTheWayBack(String restorePoint, Point point) throws Exception {
        occasions.arrange(Optional.of(point), () -> {
            throw new Occasions.Killed();
        });
        try {
            migration().rollback(Optional.of(restorePoint), Map.of(), Set.of(Surprises.DIRECTORY), occasions);
            return false;
        } catch (Occasions.Killed killed) {
            return true;
        } finally {
            occasions.nothing();
        }
    }

    /** Returns how files and engine stand. */
    final Standing standing() throws Exception {
        return new Standing(files(), inspected());
    }

    private SortedMap<String, String> files() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = directory.relativize(file);
                if (!name.startsWith(".bulkhead")) {
                    // another certificate is signed each time
                    boolean signed = name.toString().endsWith(".crt");
                    files.put(
                            name.toString(),
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + "\n"
                                    + (signed ? "signed" : Files.readString(file)));
                }
            }
        }
        return files;
    }

    /** Returns what the engine has of the project. */
    final ObservedState observed() throws EngineException {
        return engine.observer().observe();
    }

    final Optional<ObservedContainer> container(String service) throws EngineException {
        return observed().containers(Harbour.PROJECT, service).stream().findFirst();
    }

    /** Removes a network by hand; returns whether there was one. */
    final boolean removeNetwork(String name) throws EngineException {
        ObservedState now = observed();
        if (now.network(name).isEmpty()) {
            return false;
        }
        for (ObservedContainer member : now.containers()) {
            if (member.endpoint(name).isPresent()) {
                engine.networks().disconnect(name, member.id());
            }
        }
        engine.networks().removeNetwork(name);
        return true;
    }

    /** Removes the container of a service by hand; returns whether there was one. */
    final boolean removeContainer(String service) throws EngineException {
        Optional<ObservedContainer> container = container(service);
        if (container.isPresent()) {
            engine.containers().stop(container.get().id(), Duration.ZERO);
            engine.containers().removeContainer(container.get().id());
        }
        return container.isPresent();
    }

    /** Lets somebody else's network have a name; one that has it now goes. */
    final void takeNetworkName(NetworkSpec wanted) throws EngineException {
        removeNetwork(wanted.name());
        engine.networks()
                .createNetwork(new NetworkSpec(
                        wanted.name(), NetworkOptions.defaults(), List.of(Subnet.of("10.201.77.0/24"))));
        foreignNetworks.put(wanted.name(), idOf(wanted.name()));
    }

    /** Lets somebody else's network have a range of addresses; returns whether there is one to take. */
    final boolean takeSubnet(NetworkSpec wanted) throws EngineException {
        if (wanted.subnets().isEmpty()) {
            return false;
        }
        removeNetwork(wanted.name());
        engine.networks().createNetwork(new NetworkSpec(FOREIGN, NetworkOptions.defaults(), wanted.subnets()));
        foreignNetworks.put(FOREIGN, idOf(FOREIGN));
        return true;
    }

    private String idOf(String network) throws EngineException {
        return observed().network(network).orElseThrow().id();
    }

    /** Lets somebody else's container have the name of a service's. */
    final boolean takeContainerName(String service, String image) throws EngineException {
        Optional<ObservedContainer> container = container(service);
        if (container.isEmpty()) {
            return false;
        }
        removeContainer(service);
        String name = container.get().name();
        foreignContainers.put(
                name,
                engine.containers()
                        .createContainer(new NewContainer(
                                name, image, List.of(), Map.of(), Map.of(), Optional.empty(), EndpointSpec.PLAIN)));
        return true;
    }

    /** Lets somebody else have the ports of a service, whose container is stopped by hand; returns whether it has any. */
    final boolean takePorts(String service) throws Exception {
        Optional<ObservedContainer> container =
                container(service).filter(c -> !c.ports().isEmpty());
        if (container.isEmpty()) {
            return false;
        }
        engine.containers().stop(container.get().id(), Duration.ZERO);
        occupy(container.get().ports().getFirst());
        return true;
    }

    /** Whatever is somebody else's goes: it was told of and is out of the way now. Until then nobody has touched it. */
    final void release() throws Exception {
        if (disks.isPresent()) {
            SmallDisk.clear(directory);
            SmallDisk.clear(directory.resolve(".bulkhead"));
        }
        vacate();
        ObservedState now = observed();
        for (Map.Entry<String, String> foreign : foreignContainers.entrySet()) {
            if (now.containers().stream()
                    .noneMatch(c -> c.id().equals(foreign.getValue())
                            && c.status().state() == ObservedContainer.RunState.CREATED)) {
                throw new Judgement.Wrong("somebody else's container " + foreign.getKey() + " was touched");
            }
            engine.containers().removeContainer(foreign.getValue());
        }
        foreignContainers.clear();
        for (Map.Entry<String, String> foreign : foreignNetworks.entrySet()) {
            if (now.network(foreign.getKey())
                    .filter(n -> n.id().equals(foreign.getValue()))
                    .isEmpty()) {
                throw new Judgement.Wrong("somebody else's network " + foreign.getKey() + " was touched");
            }
            removeNetwork(foreign.getKey());
        }
        foreignNetworks.clear();
    }

    /** Gives the project and its records a small disk each; returns whether that can be done. */
    final boolean ownDisks() throws Exception {
        disks = SmallDisk.mount(directory);
        return disks.isPresent();
    }

    /** Takes them away again, and leaves what is on them. */
    final void noDisks() throws IOException {
        if (disks.isPresent()) {
            disks.get().takeAway();
            disks = Optional.empty();
        }
    }

    /** Fills the disk of the records, or that of the project, until {@link #release}. */
    final void fill(boolean records) throws IOException {
        SmallDisk.fill(records ? directory.resolve(".bulkhead") : directory);
    }

    final void moveClock(Duration by) {
        clockOff = by;
    }

    final Instant now() {
        return clock().instant();
    }

    final void moveDirectory(Path to) throws IOException {
        Files.move(directory, to);
        directory = to;
    }

    @Override
    public final void close() throws IOException {
        try {
            end();
        } finally {
            if (disks.isPresent()) {
                disks.get().close();
            }
        }
    }

    /** Ends what belongs to its kind. */
    abstract void end() throws IOException;
}
