package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.surroundings.Surroundings;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Option to ask the engine and the host beside the files. */
public final class LiveOption {

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--live", description = "Ask also the engine (version, networks) and the host (routes).")
    private boolean live;

    /** Returns what engine and host add to the files; nothing where that was not asked for. */
    public Surroundings look(CliContext context, ComposeProject project) throws EngineException {
        ReachOptions assumed = ReachOptions.defaults()
                .withProfiles(project.activeProfiles())
                .withProxyFiles(new ProxyFileReader(context.files()).read(project));
        if (!live) {
            return Surroundings.unasked(assumed);
        }
        try (Engine connection = engine.connect(context, project)) {
            ObservedState state = connection.observer().observe();
            EngineInfo info = connection.observer().info();
            Surroundings around = context.host().around(project.topology(), assumed, Optional.of(info), state);
            around.unknown().forEach(unknown -> context.err().println(unknown.sentence()));
            return around;
        }
    }
}
