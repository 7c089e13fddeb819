package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.rules.RuleScope;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finder of a plan's effect: who reaches whom after every step, held against the flows and rules that held before, and
 * against what the LAN did not reach.
 *
 * <p>A service is away while it is recreated, which its step says; here it is about the time between steps, when some
 * services are on their new networks and others are not yet.
 */
public final class PlanEffectFinder {

    private final Plan plan;
    private final PlannedSequence course;
    private final Rules rules;
    private final ReachOptions options;
    private final Map<String, Outage> open = new LinkedHashMap<>();
    private final Map<String, Outage> ended = new LinkedHashMap<>();

    /**
     * The project on its way, external networks as the engine has them.
     *
     * @param before as it runs
     * @param written as its files say after each step that writes files, in order
     * @param planned as it will run
     */
    public record PlannedSequence(Topology before, List<Topology> written, Topology planned) {
        public PlannedSequence {
            written = List.copyOf(written);
        }
    }

    /**
     * Looks at a plan.
     *
     * @param rules the operator's rules
     * @param options what beside the project decides who reaches whom
     */
    public PlanEffectFinder(Plan plan, PlannedSequence course, Rules rules, ReachOptions options) {
        this.plan = plan;
        this.course = course;
        this.rules = rules;
        this.options = options;
    }

    /**
     * Returns what the plan changes for packets.
     *
     * @param flows what has to work and what must not
     */
    public PlanEffect find(List<MustFlow> flows) {
        Requirements demands = new Requirements(flows, rules);
        ReachMatrix start = Reach.compute(course.before(), options);
        ReachMatrix end = Reach.compute(course.planned(), options);
        FlowsOnTheWay way = new FlowsOnTheWay(demands, course.before());
        way.askAll(start);
        ReachFigures before = way.count(start);
        ClosedServices closed = new ClosedServices(start);
        Moment first = new Moment(start, broken(way, demands, closed, start));
        TopologyOnTheWay between = new TopologyOnTheWay(course);
        int last = plan.steps().size();
        List<StepReach> steps = new ArrayList<>();
        Moment earlier = first;
        for (PlanStep step : plan.steps()) {
            Set<String> changed = between.change(step.operation());
            if (!changed.isEmpty()) {
                ReachMatrix matrix = Reach.compute(between.now(), options);
                List<StepReach.FlowWay> ways = way.ask(changed, matrix);
                Moment now = new Moment(matrix, broken(way, demands, closed, matrix));
                note(step.number(), now.broken(), first.broken());
                steps.add(step(step.number(), earlier, now, ways, way.count(matrix)));
                earlier = now;
            }
        }
        way.askAll(end);
        note(last, broken(way, demands, closed, end), first.broken());
        ReachDiff reach = ReachDiff.between(start, end);
        RuleScope scope = new RuleScope(rules, end);
        return new PlanEffect(
                reach,
                reach.groups().stream()
                        .map(group -> new PlanEffect.Touched(group, scope.touchedBy(group)))
                        .toList(),
                new PlanEffect.OnTheWay(before, steps, way.count(end)),
                outages(),
                demands.ended(start, end));
    }

    /** What is so between two steps. */
    private record Moment(ReachMatrix matrix, Map<String, String> broken) {}

    private static Map<String, String> broken(
            FlowsOnTheWay way, Requirements demands, ClosedServices closed, ReachMatrix matrix) {
        Map<String, String> broken = way.broken();
        broken.putAll(closed.opened(matrix));
        broken.putAll(demands.brokenRules(matrix));
        return broken;
    }

    private static StepReach step(
            int number, Moment before, Moment after, List<StepReach.FlowWay> ways, ReachFigures figures) {
        return new StepReach(
                number,
                ReachDiff.between(before.matrix(), after.matrix()).groups(),
                ways,
                added(before.broken(), after.broken()),
                added(after.broken(), before.broken()),
                figures);
    }

    private static List<String> added(Map<String, String> one, Map<String, String> other) {
        return other.keySet().stream().filter(what -> !one.containsKey(what)).toList();
    }

    private List<Outage> outages() {
        open.forEach(ended::putIfAbsent);
        return ended.values().stream()
                .sorted(Comparator.comparingInt(Outage::after).thenComparing(Outage::what))
                .toList();
    }

    /** A flow that broke, was mended and broke again counts from the first time to the last. */
    private void note(int step, Map<String, String> broken, Map<String, String> brokenBefore) {
        broken.forEach((what, why) -> {
            if (!brokenBefore.containsKey(what)) {
                Outage earlier = ended.remove(what);
                open.putIfAbsent(
                        what, new Outage(what, earlier == null ? step : earlier.after(), OptionalInt.empty(), why));
            }
        });
        open.entrySet().removeIf(entry -> {
            boolean over = !broken.containsKey(entry.getKey());
            if (over) {
                Outage outage = entry.getValue();
                ended.put(
                        entry.getKey(), new Outage(outage.what(), outage.after(), OptionalInt.of(step), outage.why()));
            }
            return over;
        });
    }
}
