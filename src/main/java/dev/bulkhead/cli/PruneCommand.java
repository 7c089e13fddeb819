package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.ConfirmOption;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.migrate.Pruned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead prune}: removes restore points, plans and set-aside secrets of old runs. */
@Command(
        name = "prune",
        description = "Remove restore points, plans and set-aside secrets of old runs; journals and reports stay.",
        footer = "Restore points hold the text of files. While a run is open nothing is removed.")
final class PruneCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(
            names = "--keep",
            paramLabel = "N",
            required = true,
            description = "Of how many of the newest runs everything is kept, 1 at least.")
    private int keep;

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    PruneCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        if (keep < 1) {
            throw new UsageException("--keep " + keep + ": the newest run is always kept, so 1 is the least.");
        }
        confirm.require("prune");
        return migration.run(context(), opened -> {
            Pruned pruned = opened.prune(keep);
            pruned.runs().forEach(run -> print("removed restore point and plan of run " + run));
            pruned.secrets().forEach(secret -> print("removed the secret that was set aside as " + secret));
            say(pruned.runs().size() + (pruned.runs().size() == 1 ? " run" : " runs") + " pruned.");
            return ExitCodes.FINE;
        });
    }
}
