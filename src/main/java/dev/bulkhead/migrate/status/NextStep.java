package dev.bulkhead.migrate.status;

import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.util.List;

/**
 * Next iteration of a project, with what must hold before its run.
 *
 * @param playbook the iteration
 * @param preflight what was looked at, or why it was not
 */
public record NextStep(Playbook playbook, Measured<List<PreflightItem>> preflight) {

    /** Returns the preflight in a few words, for instance {@code ready: 8 of 8 hold}. */
    public String sentence() {
        return preflight
                .value()
                .map(items -> {
                    long blocks = items.stream().filter(PreflightItem::blocks).count();
                    return blocks == 0
                            ? "its preflight holds, " + items.size() + " items"
                            : blocks + " of " + items.size()
                                    + (blocks == 1 ? " items of its preflight stands" : " items of its preflight stand")
                                    + " in the way";
                })
                .orElseGet(preflight::why);
    }
}
