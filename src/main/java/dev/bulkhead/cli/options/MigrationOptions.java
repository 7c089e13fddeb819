package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.MaskedEngine;
import dev.bulkhead.engine.hosts.JoinedEngines;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.workspace.ProjectDirectory;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Options that name the project and the engine of a migration. */
public final class MigrationOptions {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private EnginesOption engine = new EnginesOption();

    /** What a command does with what the migrations of a project are given. */
    @FunctionalInterface
    public interface ContextWork {
        int with(MigrationContext migration) throws Exception;
    }

    /** What a command does with the migrations of a project that has changed since it was brought to the engine. */
    @FunctionalInterface
    public interface ChangeWork {
        int with(Migration migration, ComposeProject was, ComposeProject now) throws Exception;
    }

    /** What a command does with the migrations of a project. */
    @FunctionalInterface
    public interface Work {
        int with(Migration migration) throws Exception;
    }

    /** Returns what starts guards of the project's runs. */
    public GuardStarter guards(CliContext context) {
        return engine.several()
                ? (run, files) -> {
                    throw new IOException(
                            "a guard looks at one engine, and several are named; leave --confirm-within and"
                                    + " --watch away");
                }
                : context.guards().of(project.request(context), engine.first());
    }

    /** Returns whether the practice engine is meant. */
    public boolean practises() {
        return engine.practice();
    }

    /** Returns whether an engine is named. */
    public boolean namesEngine() {
        return engine.named();
    }

    /**
     * Opens the migrations of the project on an engine in memory on which it runs as it was at a commit.
     *
     * @throws UsageException if there was no such project, so that everything is new
     */
    public int runSince(CliContext context, String since, ChangeWork work) throws Exception {
        ComposeProject read = project.load(context);
        try (OtherState other = OtherState.open(since, project, read, context)) {
            ComposeProject was = other.requireReadable()
                    .project()
                    .orElseThrow(
                            () -> new UsageException(
                                    "There was no such project at " + other.name()
                                            + ", so docker compose up makes all of it; plan --engine practice shows how it stands then."));
            context.err().println("From " + other.name() + " to the files as they are.");
            try (Engine played = MaskedEngine.of(
                    context.engines().connect(Optional.of(EngineInfo.PRACTICE), Optional.of(was)),
                    read.secrets().and(was.secrets()))) {
                MigrationContext migration = new MigrationContext(
                        project.request(context),
                        context.files(),
                        played,
                        ProjectDirectory.of(read.directory()),
                        context.clock(),
                        () -> false,
                        false);
                return work.with(new Migration(migration, context.knowledge().read()), was, read);
            }
        }
    }

    /** Opens the migrations of the project, lets the command work, and closes the engine. */
    public int run(CliContext context, Work work) throws Exception {
        return run(context, true, work);
    }

    /**
     * As {@link #run(CliContext, Work)}.
     *
     * @param asksPorts whether published ports are asked while a run is at work
     */
    public int run(CliContext context, boolean asksPorts, Work work) throws Exception {
        return runIn(
                context,
                asksPorts,
                opened -> work.with(new Migration(opened, context.knowledge().read())));
    }

    /**
     * Opens the migrations of the project on the engines of one host or of several; ports of several are not asked meanwhile,
     * since nobody knows by which address each is reached from here.
     */
    public int runOverHosts(CliContext context, boolean asksPorts, Work work) throws Exception {
        return opened(
                context,
                asksPorts && !engine.several(),
                true,
                opened -> work.with(new Migration(opened, context.knowledge().read())));
    }

    /** As {@link #run(CliContext, boolean, Work)}, for work beside the iterations. */
    public int runIn(CliContext context, boolean asksPorts, ContextWork work) throws Exception {
        return opened(context, asksPorts, false, work);
    }

    private Engine connect(CliContext context, ComposeProject read, boolean hosts) throws Exception {
        if (!engine.several()) {
            return engine.connect(context, read);
        }
        if (!hosts) {
            throw new UsageException("This is done on one host at a time; name one engine with --engine.");
        }
        return JoinedEngines.of(engine.openNamed(context, read).engines());
    }

    private int opened(CliContext context, boolean asksPorts, boolean hosts, ContextWork work) throws Exception {
        ComposeProject read = project.load(context);
        try (Engine connection = connect(context, read, hosts)) {
            MigrationContext migration = new MigrationContext(
                    project.request(context),
                    context.files(),
                    connection,
                    ProjectDirectory.of(read.directory()),
                    context.clock(),
                    () -> false,
                    asksPorts);
            int code = work.with(migration);
            if (engine.practice()) {
                context.err()
                        .println(
                                "Practice: no real container is touched. Files and records that are written are real.");
                context.err().flush();
            }
            return code;
        }
    }
}
