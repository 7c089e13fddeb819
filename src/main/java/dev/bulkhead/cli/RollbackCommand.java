package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.ConfirmOption;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.output.RunOutput;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.run.RunState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead rollback}: puts files and engine back to a restore point. */
@Command(name = "rollback", description = "Put files and engine back to a restore point (default: the newest).")
final class RollbackCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--to", paramLabel = "RESTORE_POINT", description = "Its id, as status lists it.")
    private @Nullable String restorePoint;

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    RollbackCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        confirm.require("rollback");
        return migration.run(context(), opened -> {
            RunOutcome outcome = opened.rollback(Optional.ofNullable(restorePoint), new RunOutput(this));
            say(outcome.sentence());
            // A rollback that was asked for and reached its restore point is a success.
            return outcome.state() == RunState.ROLLED_BACK ? ExitCodes.FINE : outcome.exitCode();
        });
    }
}
