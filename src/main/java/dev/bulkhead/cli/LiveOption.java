package dev.bulkhead.cli;

import dev.bulkhead.check.Surroundings;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.engine.ReachFacts;
import dev.bulkhead.engine.UsedRanges;
import dev.bulkhead.reach.ReachOptions;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a command asks the engine and the host beside the files. */
final class LiveOption {

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--live", description = "Ask also the engine (version, networks) and the host (routes).")
    private boolean live;

    Surroundings look(CliContext context, ComposeProject project) throws EngineException {
        ReachOptions assumed = ReachOptions.defaults().withProfiles(project.activeProfiles());
        if (!live) {
            return new Surroundings(List.of(), assumed);
        }
        try (Engine connection = engine.connect(context, project)) {
            ObservedState state = connection.observer().observe();
            EngineInfo info = connection.observer().info();
            return new Surroundings(
                    UsedRanges.of(state, context.routes().read()),
                    ReachFacts.complete(assumed, info, state),
                    info.pools());
        }
    }
}
