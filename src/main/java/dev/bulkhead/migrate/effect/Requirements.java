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

    private final List<MustFlow> flows;
    private final Rules rules;

    Requirements(List<MustFlow> flows, Rules rules) {
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

    private static Optional<String> broken(MustFlow flow, ReachMatrix matrix) {
        Optional<Integer> from = matrix.indexOf(Subject.of(flow.from()));
        Optional<Integer> to = matrix.indexOf(Subject.of(flow.to()));
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return Optional.empty();
        }
        Optional<PortQuery> port = flow.port().stream()
                .mapToObj(number -> new PortQuery(number, flow.protocol()))
                .findFirst();
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
