package dev.bulkhead.check;

import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * A comment that hides findings on one line of a file: {@code # bulkhead: ignore RULE because REASON}.
 *
 * @param rules ids of the rules it speaks of, as written
 * @param reason why; without one it hides nothing
 * @param at where the comment stands
 * @param line the line it is about: its own, or where it has a line to itself the next that says something
 */
public record Suppression(List<String> rules, Optional<String> reason, SourceMark at, int line) {

    public Suppression {
        rules = List.copyOf(rules);
    }

    /** Returns whether it hides findings of a rule at a place. */
    public boolean covers(String rule, SourceMark place) {
        return reason.isPresent()
                && rules.contains(rule)
                && line == place.line()
                && at.file().equals(place.file());
    }
}
