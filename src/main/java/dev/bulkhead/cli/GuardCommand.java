package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.options.MigrationOptions;
import dev.bulkhead.cli.output.RunOutput;
import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.guard.Guard;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.watch.Countdown;
import dev.bulkhead.migrate.watch.GuardFiles;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead guard}: what {@code apply --confirm-within} starts beside itself; not meant to be typed. */
@Command(name = "guard", hidden = true, description = "Take a run back unless it is confirmed in time.")
final class GuardCommand extends BulkheadCommand {

    @Mixin
    private MigrationOptions migration = new MigrationOptions();

    @Option(names = "--run", required = true, paramLabel = "RUN", description = "The run to guard.")
    private @Nullable String run;

    @Option(names = "--of", required = true, paramLabel = "PID", description = "The process that applies it.")
    private long applying;

    GuardCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        return migration.run(context(), this::stand);
    }

    private int stand(Migration opened) throws Exception {
        String guarded = String.valueOf(run);
        GuardFiles files = opened.guardedRuns().files(guarded);
        try (ExclusiveLock _ =
                files.stand().orElseThrow(() -> new MigrationException("Run " + guarded + " has a guard already."))) {
            say("Standing guard over run " + guarded + ".");
            boolean alive = ProcessHandle.of(applying).isPresent();
            ProcessHandle[] parent = ProcessHandle.of(applying).stream().toArray(ProcessHandle[]::new);
            new Guard(
                            guarded,
                            opened.guardedRuns(),
                            opened.engine(),
                            files,
                            new Guard.Outside(
                                    () -> alive && parent[0].isAlive(),
                                    time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()),
                                    new Countdown(System::nanoTime),
                                    this::say,
                                    new RunOutput(this)))
                    .stand();
            return ExitCodes.FINE;
        }
    }
}
