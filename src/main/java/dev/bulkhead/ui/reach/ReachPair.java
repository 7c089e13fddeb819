package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Subject;

/** Source and target that the operator asked about. */
public record ReachPair(Subject from, Subject to) {

    /** Returns the pair the other way round. */
    public ReachPair back() {
        return new ReachPair(to, from);
    }
}
