package dev.bulkhead.app.engine;

import dev.bulkhead.cli.command.EngineConnector;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.cli.ComposeCliRunner;
import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.engine.docker.EngineAddress;
import dev.bulkhead.engine.docker.EngineAddresses;
import dev.bulkhead.engine.docker.line.AnswerLimits;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maker of the connections to engines that commands and the window work with. */
public final class EngineConnections implements EngineConnector, EngineMaker {

    /** The value of {@code --engine} that means the engine in memory. */
    static final String PRACTICE = "practice";

    /** Names the Compose program to use, {@code docker} or {@code docker-compose}; else PATH is searched. */
    private static final String COMPOSE_PROGRAM = "BULKHEAD_COMPOSE";

    private final FileTree files;
    private final Map<String, String> environment;
    private final Path home;
    private final PracticeTimer timer;

    /**
     * Makes engines for a user.
     *
     * @param environment the environment of this process
     * @param home the user's home directory, where the docker client keeps its configuration
     * @param timer the time of practice engines
     */
    public EngineConnections(FileTree files, Map<String, String> environment, Path home, PracticeTimer timer) {
        this.files = files;
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.timer = timer;
    }

    @Override
    public Engine connect(Optional<String> url, Optional<ComposeProject> project) throws EngineException {
        if (url.equals(Optional.of(PRACTICE))) {
            return practice(project.isPresent() ? project.get() : sample());
        }
        return docker(url);
    }

    @Override
    public Engine connect(EngineChoice choice, ComposeProject project) throws EngineException {
        return switch (choice) {
            case EngineChoice.Standard() -> docker(Optional.empty());
            case EngineChoice.Address(String url) -> docker(Optional.of(url));
            case EngineChoice.Practice() -> practice(project);
            case EngineChoice.Hosts _ ->
                throw new EngineException(
                        EngineException.Kind.REFUSED, Words.of("engineconnections.several-engines-are-looked-at"));
            case EngineChoice.Offline() ->
                UnconnectedEngine.because(Words.of("engineconnections.you-work-offline-project-connect"));
        };
    }

    /** Returns what {@code --engine} means in the window. */
    public static EngineChoice choice(String stated) {
        return stated.equals(PRACTICE) ? new EngineChoice.Practice() : new EngineChoice.Address(stated);
    }

    /** Returns what several {@code --engine} mean in the window; empty for none. */
    public static Optional<EngineChoice> choice(List<String> stated) {
        List<String> each = stated.stream().distinct().toList();
        return switch (each.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(choice(each.getFirst()));
            default ->
                Optional.of(new EngineChoice.Hosts(
                        each.stream().map(EngineChoice.Named::of).toList()));
        };
    }

    /** Returns the sample of the first minute, read from a copy that is gone afterwards. */
    private ComposeProject sample() throws EngineException {
        try {
            Path copy = Files.createTempDirectory("bulkhead");
            try {
                return new ComposeLoader(files)
                        .load(ComposeRequest.of(SampleCopies.freshCopy(SampleCopies.FIRST, copy)));
            } finally {
                SampleCopies.delete(copy);
            }
        } catch (IOException | ComposeException e) {
            throw new EngineException(
                    EngineException.Kind.UNREACHABLE,
                    Words.of("engineconnections.the-sample-cannot-be-practised", e.getMessage()));
        }
    }

    /** Returns the Docker engine of an address, or the one the docker client would use. */
    Engine docker(Optional<String> url) throws EngineException {
        EngineAddress address = new EngineAddresses(environment, home, files).resolve(url);
        Optional<Path> program =
                Optional.ofNullable(environment.get(COMPOSE_PROGRAM)).map(Path::of);
        return Engine.of(
                new DockerGateway(address, environment, AnswerLimits.FIRST),
                new ComposeCliRunner(program, environment, address.environment()));
    }

    /** Returns an engine in memory on which the project runs as its files say. */
    Engine practice(ComposeProject project) throws EngineException {
        try {
            PracticeEngine engine = PracticeEngine.running(project.topology(), timer, files);
            return Engine.of(engine, new PracticeServiceRunner(engine, new ComposeLoader(files)));
        } catch (EngineException refused) {
            throw new EngineException(
                    refused.kind(), Words.of("engineconnections.the-practice-engine-cannot-play", refused.sentence()));
        }
    }
}
