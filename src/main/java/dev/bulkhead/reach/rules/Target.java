package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.PortQuery;
import java.util.Optional;

/**
 * Target of a rule: its right side.
 *
 * @param port the port the rule is about; empty means any
 */
public record Target(Selector selector, Optional<PortQuery> port) {

    /** Returns the target as the rules file writes it. */
    public String text() {
        return selector.text() + port.map(p -> ":" + p).orElse("");
    }
}
