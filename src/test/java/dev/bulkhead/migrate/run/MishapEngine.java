package dev.bulkhead.migrate.run;

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

/** An engine and a runner of services on which the n-th call that changes something goes wrong. */
final class MishapEngine implements EngineGateway, ServiceRunner {

    private final EngineGateway engine;
    private final ServiceRunner services;
    private Mishap mishap = Mishap.NONE;
    private int at;
    private int calls;

    MishapEngine(EngineGateway engine, ServiceRunner services) {
        this.engine = engine;
        this.services = services;
    }

    /** Arranges that the n-th changing call from now on, counted from 1, goes wrong. */
    void arrange(Mishap what, int call) {
        mishap = what;
        at = call;
        calls = 0;
    }

    /** Returns how many changing calls came since the last arrangement. */
    int calls() {
        return calls;
    }

    private interface Call {
        void run() throws EngineException;
    }

    private void change(Call call) throws EngineException {
        calls++;
        if (calls != at) {
            call.run();
            return;
        }
        switch (mishap) {
            case NONE -> call.run();
            case REFUSED -> throw refused();
            case DONE_BUT_REFUSED -> {
                call.run();
                throw refused();
            }
            case CRASH_BEFORE -> throw new Mishap.Crash();
            case CRASH_AFTER -> {
                call.run();
                throw new Mishap.Crash();
            }
        }
    }

    private EngineException refused() {
        return new EngineException(EngineException.Kind.REFUSED, "The engine refused call " + calls + ".");
    }

    @Override
    public EngineInfo info() throws EngineException {
        return engine.info();
    }

    @Override
    public ObservedState observe() throws EngineException {
        return engine.observe();
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        return engine.watch(listener);
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        change(() -> engine.createNetwork(network));
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        change(() -> engine.removeNetwork(name));
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        change(() -> engine.connect(network, container, endpoint));
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        change(() -> engine.disconnect(network, container));
    }

    @Override
    public void start(String container) throws EngineException {
        change(() -> engine.start(container));
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        change(() -> engine.stop(container, grace));
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        return engine.exec(container, command, timeout);
    }

    @Override
    public void up(ComposeRequest project, List<String> keys, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        change(() -> services.up(project, keys, dependencies, log));
    }

    @Override
    public void remove(ComposeRequest project, List<String> keys, Consumer<String> log) throws EngineException {
        change(() -> services.remove(project, keys, log));
    }

    @Override
    public void close() {
        engine.close();
    }
}
