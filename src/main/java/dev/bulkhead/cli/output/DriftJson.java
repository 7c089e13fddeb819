package dev.bulkhead.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bulkhead.engine.drift.Drift;
import java.util.List;
import java.util.Locale;

/** Differences between files and engine as JSON. */
public final class DriftJson {

    private DriftJson() {}

    /** Adds differences to a list. */
    public static void add(ArrayNode list, List<Drift> differences) {
        for (Drift drift : differences) {
            list.addObject().put("kind", kind(drift)).put("message", drift.sentence());
        }
    }

    /** Turns MembershipMissing into membership-missing. */
    private static String kind(Drift drift) {
        return drift.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
