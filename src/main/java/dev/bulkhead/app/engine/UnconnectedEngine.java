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
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * In the place of an engine where there is none: answers everything with the reason.
 *
 * @param reason one sentence for the operator
 */
record UnconnectedEngine(String reason) implements EngineGateway, ServiceRunner {

    /** Far enough away that nobody waits for the next try. */
    private static final long NEVER = Duration.ofDays(3650).toMillis();

    static EngineConnection because(String reason) {
        UnconnectedEngine none = new UnconnectedEngine(reason);
        return new EngineConnection(none, none);
    }

    @Override
    public EngineInfo info() throws EngineException {
        throw none();
    }

    @Override
    public ObservedState observe() throws EngineException {
        throw none();
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        listener.accept(new EngineEvent.Disconnected(reason, 1, NEVER));
        return new Watch() {
            @Override
            public boolean settle(Duration limit) {
                return true; // nothing will ever be told here
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        throw none();
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        throw none();
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        throw none();
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        throw none();
    }

    @Override
    public void start(String container) throws EngineException {
        throw none();
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        throw none();
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        throw none();
    }

    @Override
    public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        throw none();
    }

    @Override
    public void remove(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException {
        throw none();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private EngineException none() {
        return new EngineException(EngineException.Kind.UNREACHABLE, reason);
    }
}
