package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.output.RunOutput;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.run.RunState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    @Option(
            names = "--take",
            paramLabel = "FILE=found|now",
            description = "Take a file that others changed as well as the run found it, or as it is now; repeatable.")
    private Map<String, Take> takes = new TreeMap<>();

    @Option(
            names = "--accept",
            paramLabel = "NAME",
            description = "Go back although this is so: 'directory', the containers were made from another one.")
    private Set<String> accepted = new TreeSet<>();

    @Option(
            names = "--no-requests",
            description = "Do not ask published ports meanwhile; the report then does not tell what users saw.")
    private boolean noRequests;

    @Option(names = "--yes", description = "Really go back; otherwise only what would be done is told.")
    private boolean yes;

    RollbackCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.runOverHosts(context(), !noRequests, opened -> {
            Optional<String> point = Optional.ofNullable(restorePoint);
            if (!yes) {
                print(opened.wayBack(point, takes).text());
                say("Nothing was touched; add --yes to go back.");
                return ExitCodes.FINE;
            }
            RunOutcome outcome = opened.rollback(point, takes, accepted, new RunOutput(this));
            print(outcome.sentence());
            // A rollback that was asked for and reached its restore point is a success.
            return outcome.state() == RunState.ROLLED_BACK ? ExitCodes.FINE : outcome.exitCode();
        });
    }
}
