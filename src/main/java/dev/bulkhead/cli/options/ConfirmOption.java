package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import picocli.CommandLine.Option;

/** Option with which the operator confirms that files and engine are really to be changed. */
public final class ConfirmOption {

    @Option(names = "--yes", description = "Really change files and engine.")
    private boolean yes;

    /**
     * Goes on only with the operator's word.
     *
     * @throws UsageException if it is missing
     */
    public void require(String command) throws UsageException {
        if (!yes) {
            throw new UsageException(
                    command + " changes files and containers; look at plan and status first, then add --yes.");
        }
    }
}
