package dev.bulkhead.app;

import dev.bulkhead.cli.EngineConnection;
import dev.bulkhead.cli.EngineConnector;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.FileTree;
import java.util.Optional;

/** Makes the engines that commands and the window work with. */
final class EngineConnections implements EngineConnector {

    /** The value of {@code --engine} that means the engine in memory. */
    static final String PRACTICE = "practice";

    private final FileTree files;

    EngineConnections(FileTree files) {
        this.files = files;
    }

    @Override
    public EngineConnection connect(Optional<String> url, ComposeProject project) throws EngineException {
        if (url.equals(Optional.of(PRACTICE))) {
            return practice(project);
        }
        throw new EngineException(EngineException.Kind.UNREACHABLE, "Only --engine practice is wired so far.");
    }

    /** Returns an engine in memory on which the project runs as its files say. */
    EngineConnection practice(ComposeProject project) throws EngineException {
        PracticeEngine engine = PracticeEngine.running(project.topology(), PracticeTimer.realTime());
        return new EngineConnection(engine, new PracticeServiceRunner(engine, new ComposeLoader(files)));
    }
}
