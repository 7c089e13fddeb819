package dev.bulkhead.cli;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
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

    /**
     * What is around a project.
     *
     * @param reach what decides who reaches whom
     * @param used the ranges in use
     */
    record Surroundings(ReachOptions reach, List<UsedRange> used) {

        Surroundings {
            used = List.copyOf(used);
        }
    }

    Surroundings look(CliContext context, ComposeProject project) throws EngineException {
        ReachOptions assumed = ReachOptions.defaults().withProfiles(project.activeProfiles());
        if (!live) {
            return new Surroundings(assumed, List.of());
        }
        try (EngineConnection connection = engine.connect(context, project)) {
            ObservedState state = connection.gateway().observe();
            return new Surroundings(
                    ReachFacts.complete(assumed, connection.gateway().info(), state),
                    UsedRanges.of(state, context.routes().read()));
        }
    }
}
