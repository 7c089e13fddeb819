package dev.bulkhead.engine;

import dev.bulkhead.topology.SecretValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps a project's secrets out of what an engine says, since that goes to journals, reports and logs. */
public final class MaskedGateway implements EngineGateway {

    private final EngineGateway gateway;
    private final MaskedSentences sentences;
    private final SecretValues secrets;

    /** Speaks for another gateway. */
    public MaskedGateway(EngineGateway gateway, SecretValues secrets) {
        this.gateway = gateway;
        this.sentences = new MaskedSentences(secrets);
        this.secrets = secrets;
    }

    @Override
    public EngineInfo info() throws EngineException {
        return sentences.of(gateway::info);
    }

    @Override
    public ObservedState observe() throws EngineException {
        return sentences.of(gateway::observe);
    }

    @Override
    public Watch watch(Consumer<EngineEvent> listener) {
        return gateway.watch(event -> listener.accept(masked(event)));
    }

    private EngineEvent masked(EngineEvent event) {
        return event instanceof EngineEvent.Disconnected(String reason, int attempt, long retryInMillis)
                ? new EngineEvent.Disconnected(secrets.mask(reason), attempt, retryInMillis)
                : event;
    }

    @Override
    public void createNetwork(NetworkSpec network) throws EngineException {
        sentences.in(() -> gateway.createNetwork(network));
    }

    @Override
    public void removeNetwork(String name) throws EngineException {
        sentences.in(() -> gateway.removeNetwork(name));
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) throws EngineException {
        sentences.in(() -> gateway.connect(network, container, endpoint));
    }

    @Override
    public void disconnect(String network, String container) throws EngineException {
        sentences.in(() -> gateway.disconnect(network, container));
    }

    @Override
    public void start(String container) throws EngineException {
        sentences.in(() -> gateway.start(container));
    }

    @Override
    public void stop(String container, Duration grace) throws EngineException {
        sentences.in(() -> gateway.stop(container, grace));
    }

    @Override
    public ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException {
        ExecResult result = sentences.of(() -> gateway.exec(container, command, timeout));
        return new ExecResult(result.exitCode(), secrets.mask(result.output()));
    }

    @Override
    public Optional<ResourceUse> resources(List<String> containers) throws EngineException {
        return sentences.of(() -> gateway.resources(containers));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
