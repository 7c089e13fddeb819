package dev.bulkhead.ui.shell.context;

import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.ui.canvas.model.ServiceHints;
import dev.bulkhead.ui.live.EngineSwitch;
import dev.bulkhead.workspace.TopologyDocument;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Project as it was opened, with what belongs to it.
 *
 * @param path what the operator named
 * @param document the project itself
 * @param engine the engine it runs on, reachable or not, exchangeable
 * @param migration its iterations
 * @param positions remembered places on the map
 * @param keepPositions remembers places
 * @param hints what is known of the services' images
 */
public record OpenedProject(
        Path path,
        TopologyDocument document,
        EngineSwitch engine,
        Migration migration,
        LayoutPositions positions,
        Consumer<LayoutPositions> keepPositions,
        ServiceHints hints) {}
