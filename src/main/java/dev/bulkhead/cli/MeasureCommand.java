package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.options.ProbationOptions;
import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.migrate.review.LongMeasurement;
import dev.bulkhead.migrate.review.MeasuredPeaks;
import dev.bulkhead.migrate.watch.TimeText;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead measure}: what services use, over as long a time as one likes, for iteration 7. */
@Command(
        name = "measure",
        description = "Measure what the services use and keep the highest of all figures beside the project.",
        footer =
                "Iteration 7 proposes limits by it. It may be ended at any time and goes on from what was kept; a service that"
                        + " gets another image is measured anew.")
final class MeasureCommand extends BulkheadCommand {

    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final double MEBIBYTE = 1 << 20;

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long, for instance 48h; otherwise until it is ended.")
    private @Nullable String time;

    MeasureCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Optional<Duration> limit = ProbationOptions.time("--for", time);
        return migration.runIn(context(), false, opened -> {
            Duration window = limit.filter(all -> all.compareTo(WINDOW) < 0).orElse(WINDOW);
            show(new LongMeasurement(opened, window).measure(limit, this::say));
            return ExitCodes.FINE;
        });
    }

    private void show(MeasuredPeaks measured) {
        measured.services().forEach((service, peak) -> {
            PeakUse use = peak.use();
            print(String.format(
                    Locale.ROOT,
                    "%s: %.1f MiB, %.2f processors, %d processes at most over %s",
                    service,
                    use.memory() / MEBIBYTE,
                    use.processors(),
                    use.processes(),
                    TimeText.of(use.window())));
        });
        if (measured.services().isEmpty()) {
            print("Nothing was measured: no service of the project runs.");
        }
    }
}
