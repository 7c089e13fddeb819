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
 * @param acceptable whether the operator may accept it by its id, so that it does not block
 */
public record PreflightItem(
        String id, String title, CheckStatus status, String seen, Optional<String> fix, boolean acceptable) {

    /** What cannot be accepted as it is. */
    public PreflightItem(String id, String title, CheckStatus status, String seen, Optional<String> fix) {
        this(id, title, status, seen, fix, false);
    }

    /** Returns it as one that the operator has accepted. */
    public PreflightItem accepted() {
        return new PreflightItem(id, title, CheckStatus.WARNING, seen + " Accepted.", Optional.empty(), true);
    }

    /** Returns whether a run must not start. */
    public boolean blocks() {
        return status == CheckStatus.FAILED;
    }
}
