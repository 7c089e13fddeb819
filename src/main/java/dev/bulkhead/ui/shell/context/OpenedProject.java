package dev.bulkhead.ui.shell.context;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.ui.canvas.model.ServiceHints;
import dev.bulkhead.ui.live.EngineSwitch;
import dev.bulkhead.workspace.TopologyDocument;
import dev.bulkhead.workspace.unsaved.UnsavedStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Project as it was opened, with what belongs to it.
 *
 * @param path what the operator named
 * @param document the project itself
 * @param engine the engine it runs on, reachable or not, exchangeable
 * @param migration its iterations
 * @param guards starts the guards of its runs on the engine that is chosen then
 * @param places places on the map
 * @param hints what is known of the services' images
 * @param unsaved keeps edits that are not saved yet
 */
public record OpenedProject(
        Path path,
        TopologyDocument document,
        EngineSwitch engine,
        Migration migration,
        GuardStarter guards,
        Places places,
        ServiceHints hints,
        UnsavedStore unsaved) {

    /**
     * Places on the map from one day to the next.
     *
     * @param remembered those of the last time
     * @param keep remembers them
     * @param picture the picture that was chosen by hand
     * @param keepPicture remembers that
     */
    public record Places(
            LayoutPositions remembered,
            Consumer<LayoutPositions> keep,
            Optional<Picture> picture,
            Consumer<Picture> keepPicture) {}

    /**
     * Returns what is asked of the engine to find changes of a saved project that wait to be deployed; blocks.
     *
     * @throws EngineException if the engine does not answer
     */
    public DriftFacts driftFacts(ComposeProject saved) throws EngineException {
        return DriftFacts.ask(engine.engine(), saved.request(), saved);
    }
}
