package dev.bulkhead.migrate.playbook;

import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.topology.SourceMark;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Phase of a playbook, as data. */
public sealed interface PhaseScript {

    /**
     * A phase that is written down.
     *
     * @param title what it is for, in a few words; it may name answers
     * @param terms when and how it is carried out
     * @param before rules that have to hold before anything is done
     * @param actions what it does, in order
     * @param after rules that have to hold once all is done
     */
    record Written(SourceMark at, String title, Terms terms, List<Rule> before, List<Action> actions, List<Rule> after)
            implements PhaseScript {
        public Written {
            before = List.copyOf(before);
            actions = List.copyOf(actions);
            after = List.copyOf(after);
        }
    }

    /**
     * Terms on which a phase is carried out.
     *
     * @param joining how running containers get memberships: {@code live}, {@code recreate} or {@code later}; it may be an
     *     answer
     * @param when question to the answer that it takes; nothing for a phase that is always carried out
     * @param alone whether it alone is taken back where something of it fails
     */
    record Terms(String joining, SortedMap<String, String> when, boolean alone) {
        public Terms {
            when = Collections.unmodifiableSortedMap(new TreeMap<>(when));
        }
    }

    /** Phases that a proposer works out, as many as the project needs. */
    record Proposed(SourceMark at, String proposer) implements PhaseScript {}
}
