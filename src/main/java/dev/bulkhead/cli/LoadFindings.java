package dev.bulkhead.cli;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.ComposeProject;
import java.util.List;
import java.util.Optional;

/** What Compose itself would refuse a project for, as findings. */
final class LoadFindings {

    private LoadFindings() {}

    static List<Finding> of(ComposeProject project) {
        return project.problems().stream()
                .map(problem -> new Finding(
                        problem.rule().id(),
                        Severity.ERROR,
                        problem.subjects(),
                        problem.message(),
                        Optional.of(problem.at()),
                        Optional.of(problem.fix()),
                        Optional.empty()))
                .toList();
    }
}
