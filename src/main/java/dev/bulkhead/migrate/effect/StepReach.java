package dev.bulkhead.migrate.effect;

import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.diff.ReachChange;
import java.util.List;

/**
 * Reach after a step of a plan that changes somebody's networks or ports, held against what was before it.
 *
 * @param step the number of the step
 * @param groups who reaches whom differently, each cause once, what opens first
 * @param ways flows that have to work and go another way than before
 * @param breaks flows and rules that held before the step and do not after it, as {@code bulkhead.yml} writes them
 * @param mends those that did not hold before and do after it
 * @param figures what is counted after it
 */
public record StepReach(
        int step,
        List<ChangeGroup> groups,
        List<FlowWay> ways,
        List<String> breaks,
        List<String> mends,
        ReachFigures figures) {

    public StepReach {
        groups = List.copyOf(groups);
        ways = List.copyOf(ways);
        breaks = List.copyOf(breaks);
        mends = List.copyOf(mends);
    }

    /**
     * Flow that has to work, and what carries it: the keys of networks, or the port of the host.
     *
     * @param flow as {@code bulkhead.yml} writes it
     * @param before what carried it before; empty where nothing did
     * @param after what carries it now; empty where nothing does
     */
    public record FlowWay(String flow, List<String> before, List<String> after) {
        public FlowWay {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Returns how many pairs a kind of change is about. */
    public int pairs(ReachChange.Kind kind) {
        return groups.stream()
                .filter(group -> group.kind() == kind)
                .mapToInt(ChangeGroup::pairs)
                .sum();
    }

    /** Returns it as a part of a sentence. */
    public String words() {
        int opens = pairs(ReachChange.Kind.OPENS);
        int closes = pairs(ReachChange.Kind.CLOSES);
        if (opens == 0 && closes == 0) {
            return "nobody reaches more or less";
        }
        String more = opens == 0 ? "" : opens + (opens == 1 ? " pair opens" : " pairs open");
        String less = closes == 0 ? "" : closes + (closes == 1 ? " pair closes" : " pairs close");
        return more + (more.isEmpty() || less.isEmpty() ? "" : ", ") + less;
    }
}
