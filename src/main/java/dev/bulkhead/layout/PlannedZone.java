package dev.bulkhead.layout;

/** A zone that is to be placed, and what is placed for it. */
record PlannedZone(ZonePlan plan, Block block) {

    boolean isNetwork() {
        return plan.kind() == ZoneKind.NETWORK;
    }
}
