package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.migrate.watch.TimeText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that state under which conditions a change stays. */
public final class ProbationOptions {

    @Option(
            names = "--confirm-within",
            paramLabel = "TIME",
            description = "Take the change back unless 'bulkhead confirm' comes within this time, for instance 10m.")
    private @Nullable String confirmWithin;

    @Option(
            names = "--watch",
            paramLabel = "TIME",
            description = "Look at flows and health for this time; a break takes the change back.")
    private @Nullable String watch;

    @Option(names = "--watch-alarm-only", description = "A break during the watch is told, and nothing is taken back.")
    private boolean alarmOnly;

    /**
     * Returns the conditions.
     *
     * @throws UsageException if a time is none
     */
    public Probation read() throws UsageException {
        if (alarmOnly && watch == null) {
            throw new UsageException("--watch-alarm-only says what a watch does; add --watch TIME.");
        }
        return new Probation(
                time("--confirm-within", confirmWithin),
                time("--watch", watch),
                alarmOnly ? Probation.OnBreak.ALARM : Probation.OnBreak.TAKE_BACK);
    }

    /**
     * Returns the time that an option states; empty when it is not given.
     *
     * @throws UsageException if it is none
     */
    public static Optional<Duration> time(String option, @Nullable String text) throws UsageException {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(TimeText.read(text)
                .orElseThrow(() -> new UsageException(
                        option + " " + text + " is no time; write a number with s, m or h, for instance 10m.")));
    }
}
