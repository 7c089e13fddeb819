package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.rules.RuleViolation;
import dev.bulkhead.reach.rules.RulesEvaluator;
import dev.bulkhead.topology.SourceMark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that the operator's rules hold. */
final class RulesCheck implements Check {

    @Override
    public String id() {
        return "rules";
    }

    @Override
    public String title() {
        return "The operator's rules hold";
    }

    @Override
    public List<CheckRule> rules() {
        return Arrays.stream(RuleViolation.Kind.values())
                .map(kind -> new CheckRule(kind.id(), kind.title(), severity(kind)))
                .toList();
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        if (input.rules().demandNothing()) {
            return;
        }
        ReachMatrix matrix = Reach.compute(input.topology(), input.reach());
        for (RuleViolation violation : RulesEvaluator.evaluate(input.rules(), matrix)) {
            Optional<SourceMark> place = violation.place().flatMap(input.sources()::at);
            findings.accept(new Finding(
                    violation.kind().id(),
                    severity(violation.kind()),
                    violation.subjects(),
                    violation.message(),
                    place.or(violation::at),
                    Optional.of(violation.fix()),
                    Optional.empty()));
        }
    }

    private static Severity severity(RuleViolation.Kind kind) {
        return switch (kind) {
            case MUST, MUST_NOT, ONLY, EXPOSURE, UNKNOWN_SUBJECT, CONTRADICTION -> Severity.ERROR;
            case UNDECIDED, NEVER_MATCHES -> Severity.WARNING;
            case SHADOWED, GOAL -> Severity.INFO;
        };
    }
}
