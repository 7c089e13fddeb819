package dev.bulkhead.migrate.effect;

import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Effect of a plan on who reaches whom.
 *
 * @param reach who reaches whom differently at its end
 * @param groups the same so that a person can read it, each with the rules that speak of it
 * @param steps the same step by step, for those steps that change somebody's networks
 * @param outages the flows and rules that it breaks on the way or at its end, in the order of the steps
 */
public record PlanEffect(ReachDiff reach, List<Touched> groups, List<StepReach> steps, List<Outage> outages) {

    public PlanEffect {
        groups = List.copyOf(groups);
        steps = List.copyOf(steps);
        outages = List.copyOf(outages);
    }

    /** Changes with one cause, and the rules that speak of some of their pairs. */
    public record Touched(ChangeGroup group, List<Rule> rules) {
        public Touched {
            rules = List.copyOf(rules);
        }
    }

    /** Returns who reaches whom differently after a step; empty for one that changes nobody's networks. */
    public Optional<StepReach> after(int step) {
        return steps.stream().filter(reach -> reach.step() == step).findFirst();
    }

    /** Returns the outages that the operator has not accepted. */
    public List<Outage> unaccepted(Set<String> accepted) {
        return outages.stream()
                .filter(outage -> !accepted.contains(outage.what()))
                .toList();
    }
}
