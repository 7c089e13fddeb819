package dev.bulkhead.engine;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.topology.SecretValues;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps a project's secrets out of what a runner says, since that goes to journals, reports and logs. */
public final class MaskedServiceRunner implements ServiceRunner {

    private final ServiceRunner runner;
    private final MaskedSentences sentences;
    private final SecretValues secrets;

    /** Speaks for another runner. */
    public MaskedServiceRunner(ServiceRunner runner, SecretValues secrets) {
        this.runner = runner;
        this.sentences = new MaskedSentences(secrets);
        this.secrets = secrets;
    }

    @Override
    public String version() throws EngineException {
        return sentences.of(runner::version);
    }

    @Override
    public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        sentences.in(() -> runner.up(project, services, dependencies, masked(log)));
    }

    @Override
    public Map<String, String> hashes(ComposeRequest project) throws EngineException {
        return sentences.of(() -> runner.hashes(project));
    }

    @Override
    public void remove(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException {
        sentences.in(() -> runner.remove(project, services, masked(log)));
    }

    private Consumer<String> masked(Consumer<String> log) {
        return line -> log.accept(secrets.mask(line));
    }
}
