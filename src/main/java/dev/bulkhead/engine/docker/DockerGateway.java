package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.bulkhead.engine.EndpointSpec;
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
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.engine.ResourceUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A Docker engine, reached over its API. Safe for use by several threads. */
public final class DockerGateway
        implements EngineObserver, EngineNetworks, EngineContainers, EngineExec, EngineMeasure {

    private final EngineAddress address;
    private final CopyOnWriteArrayList<DockerWatch> watches = new CopyOnWriteArrayList<>();
    private final List<Session> retired = new ArrayList<>();
    private Optional<Session> session = Optional.empty();

    /** A gateway to an address; nothing is sent before the first call. */
    public DockerGateway(EngineAddress address) {
        this.address = address;
    }

    @Override
    public EngineInfo info() throws EngineException {
        Session fresh = Session.open(address);
        adopt(fresh);
        return fresh.info();
    }

    @Override
    public ObservedState observe() throws EngineException {
        return session().observe();
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        DockerWatch watch = new DockerWatch(() -> Session.open(address), listener, Backoff.standard(), watches::remove);
        watches.add(watch);
        watch.start();
        return watch;
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        run("Network " + network.name() + " could not be created", s -> NetworkCalls.create(s.calls(), network));
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        run(
                "Network " + name + " could not be removed",
                s -> s.calls().removeNetworkCmd(name).exec());
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        Session current = session();
        if (endpoint.gwPriority() != 0 && !current.knowsGatewayPriority()) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Container " + container + " cannot join " + network + " with a gateway priority: engine "
                            + current.info().version() + " does not know them, Docker 28 does.");
        }
        run(
                "Container " + container + " could not join network " + network,
                s -> s.calls()
                        .connectToNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .withContainerNetwork(JoiningEndpoint.of(endpoint))
                        .exec());
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        run(
                "Container " + container + " could not leave network " + network,
                s -> s.calls()
                        .disconnectFromNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .exec());
    }

    @Override
    public void start(String container) throws EngineException {
        run(
                "Container " + container + " could not be started",
                s -> unlessSo(s.patient().startContainerCmd(container)::exec));
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        int seconds = Math.toIntExact(grace.toSeconds());
        run(
                "Container " + container + " could not be stopped",
                s -> unlessSo(s.patient().stopContainerCmd(container).withTimeout(seconds)::exec));
    }

    /** The engine answers "not modified" when a container runs, or rests, already. */
    private static void unlessSo(Runnable call) {
        try {
            call.run();
        } catch (NotModifiedException e) {
            org.slf4j.LoggerFactory.getLogger(DockerGateway.class).debug("nothing to do", e);
        }
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        Session current = session();
        try {
            DockerClient client = current.patient();
            return new ContainerProgram(client, container, command).run(timeout);
        } catch (RuntimeException e) {
            throw failed("Container " + container + " could not run " + command.getFirst(), e);
        }
    }

    @Override
    public Optional<ResourceUse> resources(List<String> containers) throws EngineException {
        Session current = session();
        try {
            return Optional.of(new Measuring(current).measure(containers));
        } catch (RuntimeException e) {
            throw failed("What the containers use cannot be measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.TIMEOUT, "Measuring was interrupted.", e);
        }
    }

    @Override
    public synchronized void close() {
        watches.forEach(DockerWatch::close);
        forget();
        retired.forEach(Session::close);
        retired.clear();
    }

    private synchronized Session session() throws EngineException {
        if (session.isEmpty()) {
            session = Optional.of(Session.open(address));
        }
        return session.get();
    }

    /** The engine may have been replaced by another version; whoever still uses the old session may finish. */
    private synchronized void adopt(Session fresh) {
        if (session.map(Session::info).equals(Optional.of(fresh.info()))) {
            fresh.close();
        } else {
            forget();
            session = Optional.of(fresh);
        }
    }

    private synchronized void forget() {
        session.ifPresent(retired::add);
        session = Optional.empty();
    }

    private interface Call {
        void on(Session session);
    }

    private void run(String failure, Call call) throws EngineException {
        Session current = session();
        try {
            call.on(current);
        } catch (RuntimeException e) {
            throw failed(failure, e);
        }
    }

    private EngineException failed(String failure, RuntimeException cause) {
        EngineException fault = Faults.of(failure, address, cause);
        if (fault.kind() == Kind.UNREACHABLE) {
            // Another version may answer next time.
            forget();
        }
        return fault;
    }
}
