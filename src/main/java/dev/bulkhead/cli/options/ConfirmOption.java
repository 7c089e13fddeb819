package dev.bulkhead.cli;

import picocli.CommandLine.Option;

/** The operator's word that files and engine are really to be changed. */
final class ConfirmOption {

    @Option(names = "--yes", description = "Really change files and engine.")
    private boolean yes;

    /**
     * Goes on only with the operator's word.
     *
     * @throws UsageFault if it is missing
     */
    void require(String command) throws UsageFault {
        if (!yes) {
            throw new UsageFault(
                    command + " changes files and containers; look at plan and status first, then add --yes.");
        }
    }
}
