package dev.bulkhead.app;

import dev.bulkhead.app.engine.ProjectEngine;
import dev.bulkhead.app.guard.GuardProcess;
import dev.bulkhead.app.guard.GuardThread;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.ui.live.EngineChoice;
import java.io.IOException;
import java.util.Optional;

/**
 * Starter of guards on the engine that is chosen when one is needed.
 *
 * @param request the project
 * @param engine its engine
 * @param migration its runs
 */
record ChosenGuards(ComposeRequest request, ProjectEngine engine, Migration migration) implements GuardStarter {

    @Override
    public void start(String run, GuardFiles places) throws IOException, InterruptedException {
        GuardStarter starter = switch (engine.chosen()) {
            case EngineChoice.Standard() -> new GuardProcess(request, Optional.empty());
            case EngineChoice.Address(String address) -> new GuardProcess(request, Optional.of(address));
            case EngineChoice.Practice() -> new GuardThread(migration, engine::closed);
            // on several hosts nothing is carried out
            case EngineChoice.Hosts _, EngineChoice.Offline _ -> GuardStarter.NONE;
        };
        starter.start(run, places);
    }
}
