package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.LoadProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that Compose accepts the project: what the reader found that Compose refuses. */
final class LoadProblemCheck implements Check {

    @Override
    public String id() {
        return "compose-invalid";
    }

    @Override
    public String title() {
        return "Compose accepts the project";
    }

    @Override
    public List<CheckRule> rules() {
        return Arrays.stream(LoadProblem.Rule.values())
                .map(rule -> new CheckRule(rule.id(), title(), severity()))
                .toList();
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        for (LoadProblem problem : input.notes().problems()) {
            findings.accept(new Finding(
                    problem.rule().id(),
                    Severity.ERROR,
                    problem.subjects(),
                    Sentences.of(problem.message()),
                    Optional.of(problem.at()),
                    Optional.of(Sentences.of(problem.fix())),
                    Optional.empty()));
        }
    }
}
