package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.migrate.live.FreshSecrets;
import java.io.Console;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Option;

/**
 * Option with which the operator is shown, once and at a terminal alone, the values that a change made in the place of others
 * that people know. Where output goes into a file or a pipe, a value would stay there.
 */
public final class ShowNewSecrets {

    @Option(
            names = "--show-new-secrets",
            description = "Show once, at this terminal alone, the values that are made in the place of others.")
    private boolean show;

    /**
     * Goes on only where there is a terminal, if values are to be shown.
     *
     * @throws UsageException if there is none
     */
    public void require() throws UsageException {
        if (show && terminal().isEmpty()) {
            throw new UsageException(
                    "--show-new-secrets shows values at a terminal and there is none here; run it at one,"
                            + " with neither input nor output redirected, or read the values in their files.");
        }
    }

    /** Shows the values if that is wanted, and returns what is told of them besides, as a sentence. */
    public Optional<String> tell(FreshSecrets fresh) {
        SortedMap<String, String> made = fresh.take();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Optional<Console> terminal = show ? terminal() : Optional.empty();
        terminal.ifPresent(console -> {
            made.forEach((file, value) -> console.printf("%s: %s%n", file, value));
            console.flush();
        });
        return Optional.of("A new value stands in "
                + String.join(", ", List.copyOf(made.keySet()))
                + (terminal.isPresent()
                        ? "; it is not shown again."
                        : "; who has to enter it elsewhere reads it there."));
    }

    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
