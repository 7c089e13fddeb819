package dev.bulkhead.ui.model;

import dev.bulkhead.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Focus of the list of problems: some of them, and no others.
 *
 * @param title what they have in common
 */
public record ProblemFocus(String title, List<Finding> findings) {

    public ProblemFocus {
        findings = List.copyOf(findings);
    }

    /** Returns those that are still there; empty where none is, so that nothing is left to look at alone. */
    public Optional<List<Finding>> among(List<Finding> now) {
        List<Finding> left = now.stream().filter(findings::contains).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(left);
    }
}
