package dev.bulkhead.ui.inspector;

import dev.bulkhead.ui.reach.ImpactSummary;
import dev.bulkhead.ui.reach.ReachSummary;
import dev.bulkhead.ui.reach.ReachTable;
import java.util.Optional;

/**
 * Answer of a reach table about one service; kept by the inspector, for it follows every path through the project and
 * engine events ask for it anew several times a second.
 */
record ServiceReach(ReachTable table, String service, Optional<ReachSummary> summary, Optional<ImpactSummary> impact) {

    static final ServiceReach NONE = new ServiceReach(ReachTable.EMPTY, "", Optional.empty(), Optional.empty());

    /** Returns what a table says of a service; this, where both are the same as here. */
    ServiceReach with(ReachTable now, String key) {
        return now.equals(table) && key.equals(service)
                ? this
                : new ServiceReach(now, key, now.summary(key), now.impact(key));
    }
}
