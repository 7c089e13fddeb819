package dev.bulkhead.app.engine;

import dev.bulkhead.cli.command.EngineConnection;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.EndpointSpec;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.engine.ServiceRunner;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.live.EngineSwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Engine of an open project: hands every call to the engine that is chosen now. Safe for use by several threads. */
public final class ProjectEngine implements EngineGateway, ServiceRunner, EngineSwitch {

    /** Makes the engine for a choice; blocks. */
    @FunctionalInterface
    public interface Maker {
        EngineConnection make(EngineChoice choice) throws EngineException;
    }

    private final Maker maker;
    private volatile EngineConnection current;
    private volatile EngineChoice chosen;

    /** Starts with a choice; where it cannot be made, with an engine that says why. */
    public ProjectEngine(EngineChoice first, Maker maker) {
        this.maker = maker;
        this.chosen = first;
        this.current = first(first, maker);
    }

    private static EngineConnection first(EngineChoice first, Maker maker) {
        try {
            return maker.make(first);
        } catch (EngineException e) {
            return UnconnectedEngine.because(e.sentence());
        }
    }

    @Override
    public EngineGateway gateway() {
        return this;
    }

    @Override
    public EngineChoice chosen() {
        return chosen;
    }

    @Override
    public synchronized void use(EngineChoice choice) throws EngineException {
        EngineConnection next = maker.make(choice);
        EngineConnection before = current;
        current = next;
        chosen = choice;
        before.close();
    }

    @Override
    public EngineInfo info() throws EngineException {
        return current.gateway().info();
    }

    @Override
    public ObservedState observe() throws EngineException {
        return current.gateway().observe();
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        return current.gateway().watch(listener);
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        current.gateway().createNetwork(network);
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        current.gateway().removeNetwork(name);
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        current.gateway().connect(network, container, endpoint);
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        current.gateway().disconnect(network, container);
    }

    @Override
    public void start(String container) throws EngineException {
        current.gateway().start(container);
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        current.gateway().stop(container, grace);
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        return current.gateway().exec(container, command, timeout);
    }

    @Override
    public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        current.services().up(project, services, dependencies, log);
    }

    @Override
    public Map<String, String> hashes(ComposeRequest project) throws EngineException {
        return current.services().hashes(project);
    }

    @Override
    public void remove(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException {
        current.services().remove(project, services, log);
    }

    @Override
    public String version() throws EngineException {
        return current.services().version();
    }

    @Override
    public void close() {
        current.close();
    }
}
