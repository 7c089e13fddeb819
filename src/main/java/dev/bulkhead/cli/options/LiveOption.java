package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.drift.DriftFacts;
import dev.bulkhead.engine.drift.Lack;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.host.LiveFacts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Option to ask the engine and the host beside the files. */
public final class LiveOption {

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(names = "--live", description = "Ask also the engine (version, networks) and the host (routes).")
    private boolean live;

    /** Returns whether they are asked. */
    public boolean isAsked() {
        return live;
    }

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
            info.particulars().forEach(context.err()::println);
            around.unknown().forEach(unknown -> context.err().println(unknown.sentence()));
            DriftFacts facts = DriftFacts.ask(connection, project.request(), project);
            List<Drift> differences = Drift.between(project.topology(), state, facts);
            differences.stream()
                    .filter(Drift.NotCompared.class::isInstance)
                    .forEach(unknown -> context.err().println(unknown.sentence()));
            return around.withLive(LiveFacts.of(
                    project.topology(),
                    differences,
                    Lack.of(
                            project.topology(),
                            project.activeProfiles(),
                            info,
                            state,
                            facts.images().keySet())));
        }
    }

    /** Says what is assumed of an engine that was asked and did not tell all, on the error stream. */
    public void tellAssumptions(CliContext context, ReachOptions options) {
        if (live) {
            options.settings().assumptions().ifPresent(context.err()::println);
        }
    }
}
