package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.rules.Rule;

/** Receiver of rules that the operator demands of a pair. */
@FunctionalInterface
public interface RuleDemands {

    /** Makes a rule of a pair. */
    void demand(Rule.Kind kind, ReachPair pair);
}
