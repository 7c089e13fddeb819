package dev.bulkhead.migrate.effect;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.explain.Explainer;
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
        this.flows = List.copyOf(flows);
        this.rules = rules;
    }

    /** Returns the flows, the forbidden ones among them. */
    List<MustFlow> flows() {
        return flows;
    }

    /** Returns the rules that certainly do not hold, and why. */
    Map<String, String> brokenRules(ReachMatrix matrix) {
        Map<String, String> broken = new TreeMap<>();
        RulesEvaluator.broken(rules, matrix).forEach((rule, why) -> broken.put(rule.toString(), why));
        return broken;
    }

    /**
     * Returns why a flow certainly does not work, if so. The operator's own are judged as rules, with all that rules can say.
     *
     * @param answer what the matrix says of it
     */
    Optional<String> broken(MustFlow flow, Optional<ReachAnswer> answer, ReachMatrix matrix) {
        return flow.source() == MustFlow.Source.RULE || flow.source() == MustFlow.Source.FORBIDDEN
                ? Optional.empty()
                : blocked(answer).map(found -> why(flow, matrix));
    }

    /** Returns the flows that hold in one state, the forbidden ones closed, and certainly do not in a later one. */
    List<MustFlow> ended(ReachMatrix start, ReachMatrix end) {
        return flows.stream()
                .filter(flow -> !fails(flow, start) && fails(flow, end))
                .toList();
    }

    private static boolean fails(MustFlow flow, ReachMatrix matrix) {
        Optional<ReachAnswer> answer = answer(flow, matrix);
        return flow.forbidden()
                ? answer.filter(found -> found.verdict() == Verdict.REACHABLE).isPresent()
                : blocked(answer).isPresent();
    }

    private static Optional<ReachAnswer> blocked(Optional<ReachAnswer> answer) {
        return answer.filter(
                found -> found.verdict() == Verdict.BLOCKED && found.reason() != ReachReason.PROFILE_INACTIVE);
    }

    private static String why(MustFlow flow, ReachMatrix matrix) {
        int from = matrix.indexOf(Subject.of(flow.from())).orElseThrow();
        int to = matrix.indexOf(Subject.of(flow.to())).orElseThrow();
        return new Explainer(matrix).explain(from, to, port(flow)).sentences().getFirst();
    }

    private static Optional<PortQuery> port(MustFlow flow) {
        return flow.port().stream()
                .mapToObj(number -> new PortQuery(number, flow.protocol()))
                .findFirst();
    }

    /** Returns what a matrix says of a flow; empty where the project does not have both ends. */
    static Optional<ReachAnswer> answer(MustFlow flow, ReachMatrix matrix) {
        Optional<Integer> from = matrix.indexOf(Subject.of(flow.from()));
        Optional<Integer> to = matrix.indexOf(Subject.of(flow.to()));
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of(matrix.answer(from.get(), to.get(), port(flow)));
    }
}
