package dev.bulkhead.engine;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.topology.SecretValues;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps a project's secrets out of what a runner says, since that goes to journals, reports and logs. */
public final class MaskedServiceRunner implements ServiceRunner {

    private final ServiceRunner runner;
    private final SecretValues secrets;

    /** Speaks for another runner. */
    public MaskedServiceRunner(ServiceRunner runner, SecretValues secrets) {
        this.runner = runner;
        this.secrets = secrets;
    }

    @Override
    public String version() throws EngineException {
        return runner.version();
    }

    @Override
    public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        try {
            runner.up(project, services, dependencies, line -> log.accept(secrets.mask(line)));
        } catch (EngineException e) {
            throw masked(e);
        }
    }

    @Override
    public Map<String, String> hashes(ComposeRequest project) throws EngineException {
        try {
            return runner.hashes(project);
        } catch (EngineException e) {
            throw masked(e);
        }
    }

    @Override
    public void remove(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException {
        try {
            runner.remove(project, services, line -> log.accept(secrets.mask(line)));
        } catch (EngineException e) {
            throw masked(e);
        }
    }

    private EngineException masked(EngineException e) {
        String sentence = String.valueOf(e.getMessage());
        String masked = secrets.mask(sentence);
        return masked.equals(sentence) ? e : new EngineException(e.kind(), masked);
    }
}
