package dev.bulkhead.cli;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--iteration", paramLabel = "ID", required = true, description = "Its number or its name.")
    private String iteration = "";

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to its questions, as the wizard saves them.")
    private @Nullable Path answers;

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
        MigrationSession session = opened.session(iteration);
        MigrationOptions.answer(session, Optional.ofNullable(answers));
        return RunOutput.finish(this, session.apply(new RunOutput(this)));
    }
}
