package dev.bulkhead.app;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;

/** Practice engines on which the project already runs. */
final class PracticeEngines implements Engines {

    private final PracticeTimer timer;

    PracticeEngines(PracticeTimer timer) {
        this.timer = timer;
    }

    @Override
    public Engine of(ComposeProject project, boolean sample) throws ComposeException {
        try {
            PracticeEngine engine = PracticeEngine.running(project.topology(), timer);
            return new Engine(engine, new PracticeServiceRunner(engine, new ComposeLoader(new DiskFileTree())));
        } catch (EngineException e) {
            throw new ComposeException("The practice engine cannot run this project: " + e.getMessage());
        }
    }
}
