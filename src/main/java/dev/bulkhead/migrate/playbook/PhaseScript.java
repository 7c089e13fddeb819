package dev.bulkhead.migrate.playbook;

import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.topology.SourceMark;
import java.util.List;

/** Phase of a playbook, as data. */
public sealed interface PhaseScript {

    /**
     * A phase that is written down.
     *
     * @param title what it is for, in a few words; it may name answers
     * @param joining how running containers get memberships: {@code live}, {@code recreate} or {@code later}; it may be an
     *     answer
     * @param before rules that have to hold before anything is done
     * @param actions what it does, in order
     * @param after rules that have to hold once all is done
     * @param alone whether it alone is taken back where something of it fails
     */
    record Written(
            SourceMark at,
            String title,
            String joining,
            List<Rule> before,
            List<Action> actions,
            List<Rule> after,
            boolean alone)
            implements PhaseScript {
        public Written {
            before = List.copyOf(before);
            actions = List.copyOf(actions);
            after = List.copyOf(after);
        }
    }

    /** Phases that a proposer works out, as many as the project needs. */
    record Proposed(SourceMark at, String proposer) implements PhaseScript {}
}
