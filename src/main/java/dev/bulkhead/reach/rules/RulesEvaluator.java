package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Row;
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
    private final SharedTargets shared;

    private RulesEvaluator(Rules rules, ReachMatrix matrix) {
        this.matrix = matrix;
        this.sets = new SubjectSets(rules, matrix);
        this.shared = new SharedTargets(matrix);
    }

    /**
     * Returns every rule that does not hold, goals among them, and every fault of the rules themselves.
     *
     * @param matrix computed with {@link Rules#applyTo} of the same rules
     */
    public static List<RuleViolation> evaluate(Rules rules, ReachMatrix matrix) {
        RulesEvaluator evaluator = new RulesEvaluator(rules, matrix);
        List<RuleViolation> violations = new ArrayList<>();
        RulesLint lint = new RulesLint(rules, evaluator.sets);
        evaluator.evaluate(rules.rules(), Optional.of(lint), violations);
        violations.addAll(ExposureRule.evaluate(rules.exposure(), matrix));
        violations.addAll(lint.run());
        List<RuleViolation> goals = new ArrayList<>();
        evaluator.evaluate(rules.goals(), Optional.empty(), goals); // each is counted, whatever it contradicts
        goals.forEach(goal -> violations.add(goal.asGoal()));
        if (rules.exposureIsGoal()) {
            ExposureRule.evaluate(rules.wanted(), matrix)
                    .forEach(port -> violations.add(port.asGoal(
                            "Until iteration " + rules.wanted().after().orElse("") + ": ")));
        }
        return violations;
    }

    private void evaluate(List<Rule> rules, Optional<RulesLint> lint, List<RuleViolation> violations) {
        for (Rule rule : rules) {
            for (Target target : rule.to()) {
                evaluate(rule, target, lint).ifPresent(violations::add);
            }
        }
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
        return new RulesEvaluator(rules, matrix).pairs(rules.rules());
    }

    /**
     * Returns which pairs stand against which goals of iterations that are not done.
     *
     * @param matrix computed with {@link Rules#applyTo} of the same rules
     */
    public static BrokenPairs goalPairs(Rules rules, ReachMatrix matrix) {
        return new RulesEvaluator(rules, matrix).pairs(rules.goals());
    }

    private BrokenPairs pairs(List<Rule> rules) {
        Map<Rule, List<ViolationBuilder>> breaches = new LinkedHashMap<>();
        for (Rule rule : rules) {
            breaches.put(
                    rule,
                    rule.to().stream().map(target -> violation(rule, target)).toList());
        }
        return BrokenPairs.of(breaches);
    }

    private Optional<RuleViolation> evaluate(Rule rule, Target target, Optional<RulesLint> lint) {
        ViolationBuilder violation = violation(rule, target);
        if (violation.isEmpty()) {
            return strangers(rule, target);
        }
        return violation.certain()
                        && lint.filter(faults -> faults.isOfContradiction(rule, violation.certainPairs()))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(violation(rule, target, violation));
    }

    private ViolationBuilder violation(Rule rule, Target target) {
        BitSet from = sets.of(rule.from());
        BitSet to = sets.of(target.selector());
        ViolationBuilder violation = new ViolationBuilder(matrix, target);
        switch (rule.kind()) {
            case MUST -> from.stream().forEach(source -> unmet(source, to, target, violation));
            case MUST_NOT -> from.stream().forEach(source -> met(source, to, target, violation));
            case ONLY -> sets.barredBy(rule).stream().forEach(source -> met(source, to, target, violation));
        }
        return violation;
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
        Row row = matrix.row(from);
        // thousands of sources are asked for one target each
        for (int to = targets.nextSetBit(0); to >= 0; to = targets.nextSetBit(to + 1)) {
            if (to != from) {
                met(from, to, row, target, violation);
            }
        }
    }

    private void met(int from, int to, Row row, Target target, ViolationBuilder violation) {
        if (row.opens(to)) {
            violation.add(from, to, Verdict.REACHABLE);
            return;
        }
        Verdict verdict = matrix.verdict(from, to);
        if (verdict != Verdict.BLOCKED && target.port().isPresent()) {
            verdict = matrix.answer(from, to, target.port()).verdict();
        }
        if (verdict != Verdict.BLOCKED) {
            violation.add(from, to, verdict);
        } else if (from < ReachMatrix.OUTSIDERS) {
            matrix.routedBy(from, to).ifPresent(proxy -> violation.addRouted(from, to, proxy));
        }
    }

    /** A rule that holds for the project may be broken by others on a network that it shares with them. */
    private Optional<RuleViolation> strangers(Rule rule, Target target) {
        boolean named = rule.from().stream().anyMatch(Selector.Foreign.class::isInstance);
        boolean meant = switch (rule.kind()) {
            case MUST -> false;
            case MUST_NOT -> named;
            case ONLY -> !named;
        };
        if (!meant) {
            return Optional.empty();
        }
        return shared.first(sets.of(target.selector()))
                .map(found -> new RuleViolation(
                        RuleViolation.Kind.UNDECIDED,
                        List.of(found.service(), found.network()),
                        "Rule '" + rule + "'" + why(rule) + " cannot be decided: " + found.sentence(),
                        "Check with --live, which asks the engine who is on that network.",
                        Optional.of(rule.at()),
                        Optional.empty()));
    }

    private RuleViolation violation(Rule rule, Target target, ViolationBuilder violation) {
        RuleViolation.Kind kind = !violation.certain()
                ? RuleViolation.Kind.UNDECIDED
                : switch (rule.kind()) {
                    case MUST -> RuleViolation.Kind.MUST;
                    case MUST_NOT -> RuleViolation.Kind.MUST_NOT;
                    case ONLY -> RuleViolation.Kind.ONLY;
                };
        String broken = violation.certain() ? " does not hold: " : " cannot be decided: ";
        return new RuleViolation(
                kind,
                violation.subjects(),
                "Rule '" + rule + "'" + why(rule) + broken + violation.sentence(),
                new Remedy(matrix, rule.kind()).of(violation.first(), target.port()),
                Optional.of(rule.at()),
                Optional.empty());
    }

    private static String why(Rule rule) {
        return rule.statement()
                .after()
                .map(after -> " (after iteration " + after
                        + rule.why().map(w -> "; " + w).orElse("") + ")")
                .or(() -> rule.why().map(w -> " (" + w + ")"))
                .orElse("");
    }
}
