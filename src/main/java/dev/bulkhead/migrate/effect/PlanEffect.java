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
 * @param way the same on the way there
 * @param outages the flows and rules that it breaks on the way or at its end, in the order of the steps
 */
public record PlanEffect(ReachDiff reach, List<Touched> groups, OnTheWay way, List<Outage> outages) {

    public PlanEffect {
        groups = List.copyOf(groups);
        outages = List.copyOf(outages);
    }

    /**
     * Reach on the way from before a plan to its end.
     *
     * @param before what is counted before the first step
     * @param steps what each step changes, for those steps that change somebody's networks or ports
     * @param end what is counted at the end
     */
    public record OnTheWay(ReachFigures before, List<StepReach> steps, ReachFigures end) {
        public OnTheWay {
            steps = List.copyOf(steps);
        }

        /** Returns what is counted after a step, whether or not it changes anything. */
        public ReachFigures figures(int step) {
            return steps.stream()
                    .filter(reach -> reach.step() <= step)
                    .reduce((earlier, later) -> later)
                    .map(StepReach::figures)
                    .orElse(before);
        }
    }

    /** Changes with one cause, and the rules that speak of some of their pairs. */
    public record Touched(ChangeGroup group, List<Rule> rules) {
        public Touched {
            rules = List.copyOf(rules);
        }
    }

    /** Returns who reaches whom differently after a step; empty for one that changes nobody's networks. */
    public Optional<StepReach> after(int step) {
        return way.steps().stream().filter(reach -> reach.step() == step).findFirst();
    }

    /** Returns the outages that the operator has not accepted. */
    public List<Outage> unaccepted(Set<String> accepted) {
        return outages.stream()
                .filter(outage -> !accepted.contains(outage.what()))
                .toList();
    }
}
