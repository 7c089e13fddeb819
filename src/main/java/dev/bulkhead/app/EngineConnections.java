package dev.bulkhead.app;

import dev.bulkhead.cli.EngineConnection;
import dev.bulkhead.cli.EngineConnector;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.engine.docker.EngineAddresses;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.FileTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes the engines that commands and the window work with. */
final class EngineConnections implements EngineConnector {

    /** The value of {@code --engine} that means the engine in memory. */
    static final String PRACTICE = "practice";

    private final FileTree files;
    private final Map<String, String> environment;
    private final Path home;

    /**
     * Finds engines for an operator.
     *
     * @param environment the process environment, which can name an engine
     * @param home the operator's home, where docker keeps its contexts
     */
    EngineConnections(FileTree files, Map<String, String> environment, Path home) {
        this.files = files;
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    @Override
    public EngineConnection connect(Optional<String> url, ComposeProject project) throws EngineException {
        if (url.equals(Optional.of(PRACTICE))) {
            return practice(project);
        }
        EngineAddress address = new EngineAddresses(environment, home, files).resolve(url);
        return new EngineConnection(
                new DockerGateway(address), new ComposeCliRunner(Optional.empty(), environment, address.environment()));
    }

    /** Returns an engine in memory on which the project runs as its files say. */
    EngineConnection practice(ComposeProject project) throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project.topology(), PracticeTimer.realTime());
        return new EngineConnection(engine, new PracticeServiceRunner(engine, new ComposeLoader(files)));
    }
}
