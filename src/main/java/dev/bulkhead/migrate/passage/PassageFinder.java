package dev.bulkhead.migrate.passage;

import dev.bulkhead.migrate.iteration.MustFlow;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.reach.rules.RuleScope;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Works out who reaches whom after every step of a plan and holds it against the flows and rules that held before.
 *
 * <p>A service is away while it is recreated, which its step says; here it is about the time between steps, when some
 * services are on their new networks and others are not yet.
 */
public final class PassageFinder {

    private final Plan plan;
    private final Topology before;
    private final Topology planned;
    private final Rules rules;
    private final ReachOptions options;
    private final Demands demands;
    private final Map<String, Outage> open = new LinkedHashMap<>();
    private final Map<String, Outage> ended = new LinkedHashMap<>();

    private PassageFinder(
            Plan plan, Topology before, Topology planned, List<MustFlow> flows, Rules rules, ReachOptions options) {
        this.plan = plan;
        this.before = before;
        this.planned = planned;
        this.rules = rules;
        this.options = options;
        this.demands = new Demands(flows, rules);
    }

    /**
     * Returns what a plan changes for packets.
     *
     * @param before the project as it runs, external networks as the engine has them
     * @param planned the project as it will run
     * @param flows what has to work and what must not
     * @param rules the operator's rules
     * @param options what beside the project decides who reaches whom
     */
    public static Passage find(
            Plan plan, Topology before, Topology planned, List<MustFlow> flows, Rules rules, ReachOptions options) {
        return new PassageFinder(plan, before, planned, flows, rules, options).find();
    }

    private Passage find() {
        ReachMatrix start = Reach.compute(before, options);
        ReachMatrix end = Reach.compute(planned, options);
        Map<String, String> brokenBefore = demands.broken(start);
        Topology between = withNetworks(before);
        int last = plan.steps().size();
        for (PlanStep step : plan.steps()) {
            List<String> moved = moved(step.operation());
            if (!moved.isEmpty()) {
                for (String key : moved) {
                    between = moved(between, key);
                }
                note(step.number(), demands.broken(Reach.compute(between, options)), brokenBefore);
            }
        }
        note(last, demands.broken(end), brokenBefore);
        ReachDiff reach = ReachDiff.between(start, end);
        RuleScope scope = new RuleScope(rules, end);
        return new Passage(
                reach,
                reach.groups().stream()
                        .map(group -> new Passage.Touched(group, scope.touchedBy(group)))
                        .toList(),
                outages());
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

    /** The networks of both, as they will be: they are there before the first service joins one. */
    private Topology withNetworks(Topology topology) {
        Topology result = topology;
        for (Network network : planned.networks().values()) {
            result = result.withNetwork(network);
        }
        return result;
    }

    private static List<String> moved(Operation operation) {
        return switch (operation) {
            case Operation.RecreateServices recreate -> recreate.services();
            case Operation.AttachLive attach -> List.of(attach.service());
            case Operation.WriteFiles w -> List.of();
            case Operation.CreateNetwork c -> List.of();
            case Operation.WaitReady w -> List.of();
        };
    }

    private Topology moved(Topology between, String key) {
        return planned.service(key)
                .map((Service now) -> between.withService(now))
                .orElse(between);
    }
}
