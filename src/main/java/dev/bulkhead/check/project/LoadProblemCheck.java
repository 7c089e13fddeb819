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
            boolean ignored = input.reach().engineMajor() < problem.since();
            findings.accept(new Finding(
                    problem.rule().id(),
                    ignored ? Severity.WARNING : Severity.ERROR,
                    problem.subjects(),
                    Sentences.of(
                            ignored
                                    ? problem.message() + "; this engine ignores it, and those from " + problem.since()
                                            + " on refuse it"
                                    : problem.message()),
                    Optional.of(problem.at()),
                    Optional.of(Sentences.of(problem.fix())),
                    Optional.empty()));
        }
    }
}
