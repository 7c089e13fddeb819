package dev.bulkhead.layout.lanes;

import dev.bulkhead.layout.Tint;
import java.util.List;

/**
 * Plan of the lanes picture: which lane and which column comes after which.
 *
 * @param lanes networks from top to bottom, those of a tier together
 * @param columns services from left to right, those of a tier together
 */
public record LanePlan(List<Slot> lanes, List<Slot> columns) {

    /** Nothing. */
    public static final LanePlan EMPTY = new LanePlan(List.of(), List.of());

    public LanePlan {
        lanes = List.copyOf(lanes);
        columns = List.copyOf(columns);
    }

    /**
     * A lane or column in its tier.
     *
     * @param key key of the network or service
     */
    public record Slot(String key, Tint tier) {}
}
