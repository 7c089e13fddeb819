package dev.bulkhead.migrate.restore;

import java.util.List;

/**
 * Result of a rollback.
 *
 * @param left what is not as it was, one sentence each; empty when everything is
 * @param done what was put back, one sentence each
 */
public record RollbackResult(List<String> left, List<String> done) {

    public RollbackResult {
        left = List.copyOf(left);
        done = List.copyOf(done);
    }

    /** Returns whether everything is as it was. */
    public boolean complete() {
        return left.isEmpty();
    }
}
