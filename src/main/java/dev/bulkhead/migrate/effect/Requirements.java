package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.reach.Explainer;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesEvaluator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requirements on a plan: flows known from the project, and the rules of the operator. */
final class Requirements {

    private final List<MustFlow> all;
    private final List<MustFlow> flows;
    private final Rules rules;

    Requirements(List<MustFlow> flows, Rules rules) {
        this.all = List.copyOf(flows);
        // the operator's own are judged as rules, with all that rules can say
        this.flows = flows.stream()
                .filter(flow -> flow.source() != MustFlow.Source.RULE && flow.source() != MustFlow.Source.FORBIDDEN)
                .toList();
        this.rules = rules;
    }

    /** Returns what certainly does not hold, and why. */
    Map<String, String> broken(ReachMatrix matrix) {
        Map<String, String> broken = new TreeMap<>();
        for (MustFlow flow : flows) {
            broken(flow, matrix).ifPresent(why -> broken.put(flow.rule(), why));
        }
        RulesEvaluator.broken(rules, matrix).forEach((rule, why) -> broken.put(rule.toString(), why));
        return broken;
    }

    /** Returns the flows that hold in one state, the forbidden ones closed, and certainly do not in a later one. */
    List<MustFlow> ended(ReachMatrix start, ReachMatrix end) {
        return all.stream()
                .filter(flow -> !fails(flow, start) && fails(flow, end))
                .toList();
    }

    private static boolean fails(MustFlow flow, ReachMatrix matrix) {
        if (!flow.forbidden()) {
            return broken(flow, matrix).isPresent();
        }
        return matrix.indexOf(Subject.of(flow.from()))
                .flatMap(from -> matrix.indexOf(Subject.of(flow.to())).map(to -> matrix.answer(from, to, port(flow))))
                .filter(answer -> answer.verdict() == Verdict.REACHABLE)
                .isPresent();
    }

    private static Optional<PortQuery> port(MustFlow flow) {
        return flow.port().stream()
                .mapToObj(number -> new PortQuery(number, flow.protocol()))
                .findFirst();
    }

    private static Optional<String> broken(MustFlow flow, ReachMatrix matrix) {
        Optional<Integer> from = matrix.indexOf(Subject.of(flow.from()));
        Optional<Integer> to = matrix.indexOf(Subject.of(flow.to()));
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return Optional.empty();
        }
        Optional<PortQuery> port = port(flow);
        ReachAnswer answer = matrix.answer(from.get(), to.get(), port);
        boolean blocked = answer.verdict() == Verdict.BLOCKED && answer.reason() != ReachReason.PROFILE_INACTIVE;
        return blocked
                ? Optional.of(new Explainer(matrix)
                        .explain(from.get(), to.get(), port)
                        .sentences()
                        .getFirst())
                : Optional.empty();
    }
}
