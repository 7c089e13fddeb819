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

    /** Names the Compose program to use, {@code docker} or {@code docker-compose}; else PATH is searched. */
    private static final String COMPOSE_PROGRAM = "BULKHEAD_COMPOSE";

    private final FileTree files;
    private final Map<String, String> environment;
    private final Path home;

    /**
     * Makes engines for a user.
     *
     * @param environment the environment of this process
     * @param home the user's home directory, where the docker client keeps its configuration
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
        return docker(url);
    }

    /** Returns the Docker engine of an address, or the one the docker client would use. */
    EngineConnection docker(Optional<String> url) throws EngineException {
        EngineAddress address = new EngineAddresses(environment, home, files).resolve(url);
        Optional<Path> program =
                Optional.ofNullable(environment.get(COMPOSE_PROGRAM)).map(Path::of);
        return new EngineConnection(
                new DockerGateway(address), new ComposeCliRunner(program, environment, address.environment()));
    }

    /** Returns an engine in memory on which the project runs as its files say. */
    EngineConnection practice(ComposeProject project) throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project.topology(), PracticeTimer.realTime());
        return new EngineConnection(engine, new PracticeServiceRunner(engine, new ComposeLoader(files)));
    }
}
