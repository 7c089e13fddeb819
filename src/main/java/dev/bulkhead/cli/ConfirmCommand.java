package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.options.ProbationOptions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead confirm}: keeps a change that waits for the operator's word. */
@Command(name = "confirm", description = "Keep a change that would otherwise be taken back.")
final class ConfirmCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--more", paramLabel = "TIME", description = "Do not decide yet: wait this much longer.")
    private @Nullable String more;

    ConfirmCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Optional<Duration> longer = ProbationOptions.time("--more", more);
        return migration.run(context(), opened -> {
            print(
                    longer.isPresent()
                            ? opened.confirmation().extend(longer.get())
                            : opened.confirmation().keep());
            return ExitCodes.FINE;
        });
    }
}
