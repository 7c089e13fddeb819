package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluator of the operator's rules: which of them a project breaks. */
public final class RulesEvaluator {

    private final ReachMatrix matrix;
    private final SubjectSets sets;

    private RulesEvaluator(Rules rules, ReachMatrix matrix) {
        this.matrix = matrix;
        this.sets = new SubjectSets(rules, matrix);
    }

    /**
     * Returns every rule that does not hold, and every fault of the rules themselves.
     *
     * @param matrix computed with {@link Rules#applyTo} of the same rules
     */
    public static List<RuleViolation> evaluate(Rules rules, ReachMatrix matrix) {
        RulesEvaluator evaluator = new RulesEvaluator(rules, matrix);
        List<RuleViolation> violations = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            for (Target target : rule.to()) {
                evaluator.evaluate(rule, target).ifPresent(violations::add);
            }
        }
        violations.addAll(ExposureRule.evaluate(rules.exposure(), matrix));
        violations.addAll(new RulesLint(rules, evaluator.sets).run());
        return violations;
    }

    /**
     * Returns the rules that certainly do not hold, each with the first pair that breaks it in words.
     *
     * @param matrix computed with {@link Rules#applyTo} of the same rules
     */
    public static Map<Rule, String> broken(Rules rules, ReachMatrix matrix) {
        RulesEvaluator evaluator = new RulesEvaluator(rules, matrix);
        Map<Rule, String> broken = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            rule.to().stream()
                    .map(target -> evaluator.violation(rule, target))
                    .filter(ViolationBuilder::certain)
                    .findFirst()
                    .ifPresent(violation -> broken.put(rule, violation.sentence()));
        }
        return broken;
    }

    /**
     * Returns which pairs break which rules; pairs that cannot be decided are not among them.
     *
     * @param matrix computed with {@link Rules#applyTo} of the same rules
     */
    public static BrokenPairs brokenPairs(Rules rules, ReachMatrix matrix) {
        RulesEvaluator evaluator = new RulesEvaluator(rules, matrix);
        Map<Rule, List<ViolationBuilder>> breaches = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            breaches.put(
                    rule,
                    rule.to().stream()
                            .map(target -> evaluator.violation(rule, target))
                            .toList());
        }
        return BrokenPairs.of(breaches);
    }

    private Optional<RuleViolation> evaluate(Rule rule, Target target) {
        ViolationBuilder violation = violation(rule, target);
        return violation.isEmpty() ? Optional.empty() : Optional.of(violation(rule, target, violation));
    }

    private ViolationBuilder violation(Rule rule, Target target) {
        BitSet from = sets.of(rule.from());
        BitSet to = sets.of(target.selector());
        ViolationBuilder violation = new ViolationBuilder(matrix, target);
        switch (rule.kind()) {
            case MUST -> from.stream().forEach(source -> unmet(source, to, target, violation));
            case MUST_NOT -> from.stream().forEach(source -> met(source, to, target, violation));
            case ONLY -> {
                BitSet others = others(from, rule);
                others.stream().forEach(source -> met(source, to, target, violation));
            }
        }
        return violation;
    }

    /** Everybody but the sources, the targets among themselves, and the host, which stands on every bridge. */
    private BitSet others(BitSet allowed, Rule rule) {
        BitSet others = new BitSet();
        others.set(0, matrix.size());
        others.andNot(allowed);
        rule.to().forEach(target -> others.andNot(sets.of(target.selector())));
        others.clear(ReachMatrix.HOST);
        return others;
    }

    private void unmet(int from, BitSet targets, Target target, ViolationBuilder violation) {
        BitSet doubtful = (BitSet) targets.clone();
        doubtful.andNot(matrix.openFrom(from));
        doubtful.clear(from);
        doubtful.stream().forEach(to -> {
            ReachAnswer answer = matrix.answer(from, to, target.port());
            boolean routed = from < ReachMatrix.OUTSIDERS
                    && target.port().isEmpty()
                    && answer.routedBy().isPresent();
            boolean asleep = answer.reason() == ReachReason.PROFILE_INACTIVE;
            if (answer.verdict() != Verdict.REACHABLE && !routed && !asleep) {
                violation.add(from, to, answer.verdict());
            }
        });
    }

    private void met(int from, BitSet targets, Target target, ViolationBuilder violation) {
        BitSet open = matrix.openFrom(from);
        BitSet possible = matrix.reachableFrom(from);
        possible.or(matrix.unknownFrom(from));
        targets.stream().filter(to -> to != from).forEach(to -> {
            if (open.get(to)) {
                violation.add(from, to, Verdict.REACHABLE);
                return;
            }
            Verdict verdict =
                    possible.get(to) ? matrix.answer(from, to, target.port()).verdict() : Verdict.BLOCKED;
            if (verdict != Verdict.BLOCKED) {
                violation.add(from, to, verdict);
            } else if (from < ReachMatrix.OUTSIDERS) {
                matrix.routedBy(from, to).ifPresent(proxy -> violation.addRouted(from, to, proxy));
            }
        });
    }

    private static RuleViolation violation(Rule rule, Target target, ViolationBuilder violation) {
        RuleViolation.Kind kind = !violation.certain()
                ? RuleViolation.Kind.UNDECIDED
                : switch (rule.kind()) {
                    case MUST -> RuleViolation.Kind.MUST;
                    case MUST_NOT -> RuleViolation.Kind.MUST_NOT;
                    case ONLY -> RuleViolation.Kind.ONLY;
                };
        String broken = violation.certain() ? " does not hold: " : " cannot be decided: ";
        String why = rule.why().map(w -> " (" + w + ")").orElse("");
        return new RuleViolation(
                kind,
                violation.subjects(),
                "Rule '" + rule + "'" + why + broken + violation.sentence(),
                fix(rule.kind(), target),
                Optional.of(rule.at()),
                Optional.empty());
    }

    private static String fix(Rule.Kind kind, Target target) {
        return switch (kind) {
            case MUST ->
                target.text().equals("internet") || target.text().equals("lan")
                        ? "Give the source a network that is not internal, or drop the rule."
                        : "Put both on one network, or drop the rule.";
            case MUST_NOT -> "Take them off the network they share, or no longer publish the port; or drop the rule.";
            case ONLY -> "Take the others off the target's networks, or name them as sources of the rule.";
        };
    }
}
