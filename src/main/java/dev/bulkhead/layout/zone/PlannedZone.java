package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.arrange.Block;

/** A zone that is to be placed, and what is placed for it. */
record PlannedZone(ZonePlan plan, Block block) {

    boolean isNetwork() {
        return plan.kind() == ZoneKind.NETWORK;
    }
}
