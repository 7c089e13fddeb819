package dev.bulkhead.engine.practice;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.EngineServices;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runner that brings a practice engine's containers to what the project's files say, recreating those that changed. */
public final class PracticeServiceRunner implements EngineServices {

    private final PracticeEngine engine;
    private final ComposeLoader loader;

    /** Runs services of the projects that the loader reads. */
    public PracticeServiceRunner(PracticeEngine engine, ComposeLoader loader) {
        this.engine = engine;
        this.loader = loader;
    }

    @Override
    public void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        engine.up(read(project), services, log);
    }

    @Override
    public void upAnew(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException {
        Topology topology = read(project);
        engine.remove(topology, services, log);
        engine.up(topology, services, log);
    }

    @Override
    public void addInstance(ComposeRequest project, String service, Consumer<String> log) throws EngineException {
        engine.addInstance(read(project), service, log);
    }

    @Override
    public Map<String, String> hashes(ComposeRequest project) throws EngineException {
        Map<String, String> hashes = new TreeMap<>();
        read(project).services().forEach((key, service) -> hashes.put(key, PracticeCompose.hash(service)));
        return hashes;
    }

    /** Here names stay names. */
    @Override
    public Map<String, String> guestHashes(ComposeRequest project, Map<String, String> owners) throws EngineException {
        Map<String, String> hashes = hashes(project);
        hashes.keySet().retainAll(owners.keySet());
        return hashes;
    }

    @Override
    public String version() {
        return "Built in";
    }

    private Topology read(ComposeRequest project) throws EngineException {
        try {
            return loader.load(project).topology();
        } catch (ComposeException e) {
            throw new EngineException(Kind.REFUSED, String.valueOf(e.getMessage()), e);
        }
    }
}
