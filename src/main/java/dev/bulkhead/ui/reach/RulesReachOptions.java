package dev.bulkhead.ui.reach;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Options of reach from a project's own rules file, its profiles and what is around it. */
public final class RulesReachOptions implements Function<WorkingCopy, ReachOptions> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesReachOptions.class);

    private final LiveSurroundings around;

    /** Asks what engine and host add. */
    public RulesReachOptions(LiveSurroundings around) {
        this.around = around;
    }

    @Override
    public ReachOptions apply(WorkingCopy copy) {
        return rules(copy).applyTo(around.around(copy).reach());
    }

    /** Returns the operator's rules; a file that cannot be read counts as none. */
    Rules rules(WorkingCopy copy) {
        try {
            return copy.rules();
        } catch (ComposeException unreadable) {
            // The list of problems says so.
            LOG.warn("{}", unreadable.getMessage());
            return Rules.NONE;
        }
    }
}
