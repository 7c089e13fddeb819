package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bulkhead tour}: the first iteration on the sample, as pictures. */
@Command(
        name = "tour",
        description = "Walk through the sample and its first iteration without a display; leave pictures and a report.")
final class TourCommand extends BulkheadCommand {

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The directory; made if it is not there (default: ${DEFAULT-VALUE}).")
    private Path to = Path.of("target/tour");

    TourCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        return context().window().tour(to);
    }
}
