package dev.bulkhead.cli;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationException;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.run.OpenRun;
import dev.bulkhead.migrate.run.RunControl;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead apply}: carries an iteration out, verifies it, and goes back when it fails. */
@Command(
        name = "apply",
        description = "Carry an iteration out, verify it and print the report; roll back when it fails.")
final class ApplyCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to its questions, as the wizard saves them.")
    private @Nullable Path answers;

    /** Which run. */
    private static final class What {
        @Option(names = "--iteration", paramLabel = "ID", description = "Its number or its name.")
        private @Nullable String iteration;

        @Option(names = "--continue", description = "Carry on with the run that was left in the middle.")
        private boolean open;
    }

    @Option(names = "--yes", required = true, description = "Really change files and engine.")
    private boolean yes;

    ApplyCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        if (!yes) {
            throw new UsageFault("apply changes files and containers; look at plan first, then add --yes.");
        }
        return migration.run(context(), this::apply);
    }

    private int apply(Migration opened) throws Exception {
        if (what.open) {
            OpenRun run = opened.openRun()
                    .orElseThrow(() -> new MigrationException(
                            "No run was left in the middle; name the iteration to apply with --iteration."));
            return RunOutput.finish(this, opened.resume(run, new RunOutput(this), new RunControl()));
        }
        MigrationSession session =
                opened.session(Optional.ofNullable(what.iteration).orElse(""));
        MigrationOptions.answer(session, Optional.ofNullable(answers));
        return RunOutput.finish(this, session.apply(new RunOutput(this)));
    }
}
