package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.host.HostsLook;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.surroundings.host.ProjectLook;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Option to ask the engine and the host beside the files. */
public final class LiveOption {

    @Mixin
    private EnginesOption engine = new EnginesOption();

    @Option(names = "--live", description = "Ask also the engine (version, networks) and the host (routes).")
    private boolean live;

    /** Returns whether they are asked. */
    public boolean isAsked() {
        return live || engine.several();
    }

    /** Returns what engine and host add to the files; nothing where that was not asked for. */
    public Surroundings look(CliContext context, ComposeProject project)
            throws EngineException, ComposeException, UsageException, InterruptedException {
        ProjectLook look = new ProjectLook(context.host());
        if (engine.several()) {
            return lookAtAll(context, project);
        }
        if (!live) {
            return ProjectLook.unasked(project, context.files());
        }
        try (Engine connection = engine.connect(context, project)) {
            LiveAnswers answers = LiveAnswers.ask(connection, project);
            Surroundings around = look.around(project, context.files(), answers);
            answers.info().particulars().forEach(context.err()::println);
            around.unknown().forEach(unknown -> context.err().println(unknown.sentence()));
            answers.differences().stream()
                    .filter(Drift.NotCompared.class::isInstance)
                    .forEach(unknown -> context.err().println(unknown.sentence()));
            return around;
        }
    }

    private Surroundings lookAtAll(CliContext context, ComposeProject project)
            throws EngineException, ComposeException, UsageException, InterruptedException {
        try (OpenHosts hosts = engine.open(context, project)) {
            OpenHosts.Asked<LiveAnswers> asked = hosts.ask((host, view) -> LiveAnswers.ask(host.engine(), project));
            Surroundings around =
                    new HostsLook(context.host()).around(project, context.files(), asked.hosts(), asked.answers());
            asked.answers()
                    .forEach((host, answers) -> answers.info()
                            .particulars()
                            .forEach(sentence -> context.err().println(host + ": " + sentence)));
            around.unknown().forEach(unknown -> context.err().println(unknown.sentence()));
            HostsLook.versions(asked.hosts()).ifPresent(context.err()::println);
            return around;
        }
    }

    /** Says what is assumed of an engine that was asked and did not tell all, on the error stream. */
    public void tellAssumptions(CliContext context, ReachOptions options) {
        if (isAsked()) {
            options.settings().assumptions().ifPresent(context.err()::println);
        }
    }
}
