package dev.bulkhead.migrate.review;

import dev.bulkhead.migrate.goal.MustFlow;
import java.util.List;

/** Must-flows in the form of a rules file, for the operator to take over into {@code bulkhead.yml}. */
public final class ProposedRules {

    private ProposedRules() {}

    public static String write(List<MustFlow> flows) {
        StringBuilder text = new StringBuilder("""
            # Flows that Bulkhead found and probes after every step. Move what you want to keep to bulkhead.yml.
            version: 1
            rules:
            """);
        for (MustFlow flow : flows) {
            if (flow.source() == MustFlow.Source.RULE || flow.forbidden()) {
                continue; // the operator has it already
            }
            text.append("  - must: ").append(flow.rule()).append('\n');
            text.append("    why: ").append(quoted(flow.why())).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String sentence) {
        return '"' + sentence.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
