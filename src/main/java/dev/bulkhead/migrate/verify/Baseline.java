package dev.bulkhead.migrate.verify;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Baseline of a run: what worked before it.
 *
 * @param flows rule to whether the flow worked; those that could not be told are left out
 */
public record Baseline(Map<String, Boolean> flows) {

    /** Nothing is known of before. */
    public static final Baseline UNKNOWN = new Baseline(Map.of());

    public Baseline {
        flows = Collections.unmodifiableMap(new TreeMap<>(flows));
    }

    /** Returns whether a flow is known to have worked. */
    boolean worked(String rule) {
        return Boolean.TRUE.equals(flows.get(rule));
    }

    /** Returns whether a flow is known not to have worked. */
    boolean failed(String rule) {
        return Boolean.FALSE.equals(flows.get(rule));
    }
}
