package dev.bulkhead.migrate;

import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.run.RunControl;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunTools;
import dev.bulkhead.migrate.verify.Pause;
import java.nio.file.Path;
import java.util.Optional;

/** Where things of a project's migrations are kept, and what works on them. */
final class Workshop {

    private final MigrationContext context;
    private final Pause pause;

    Workshop(MigrationContext context, Pause pause) {
        this.context = context;
        this.pause = pause;
    }

    RunHistory history() {
        return new RunHistory(runs(), projectDirectory());
    }

    RestorePoints restorePoints() {
        return new RestorePoints(context.state().path().resolve("restore-points"));
    }

    Path answers(String iteration) {
        return context.state().path().resolve("answers").resolve(iteration + ".yml");
    }

    Path proposedRules() {
        return context.state().path().resolve("proposed-rules.yml");
    }

    RunTools tools(Path projectDirectory, RunListener listener, RunControl control) {
        Tools tools = new Tools(
                context.request(),
                context.files(),
                new AtomicFileSet(projectDirectory, context.state().path().resolve("transaction")),
                context.engine(),
                context.clock());
        return new RunTools(tools, runs(), restorePoints(), pause, listener, control);
    }

    /** The state directory stands in the project directory, which is known even where the files cannot be read. */
    Path projectDirectory() {
        return Optional.ofNullable(context.state().path().getParent())
                .orElse(context.request().path().toAbsolutePath());
    }

    private Path runs() {
        return context.state().path().resolve("runs");
    }
}
