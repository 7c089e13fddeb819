package dev.bulkhead.migrate.verify;

import java.util.Optional;

/**
 * One thing that must hold before a run, looked at live.
 *
 * @param id its name for programs, for instance {@code engine-reachable}
 * @param title what must hold
 * @param status whether it does
 * @param seen what was seen, as a sentence
 * @param fix what the operator can do; empty when nothing is wrong
 */
public record PreflightItem(String id, String title, CheckStatus status, String seen, Optional<String> fix) {

    /** Returns whether a run must not start. */
    public boolean blocks() {
        return status == CheckStatus.FAILED;
    }
}
