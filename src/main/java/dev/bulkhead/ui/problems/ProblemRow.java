package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Row of the list of problems. */
sealed interface ProblemRow {

    /**
     * The head of a group.
     *
     * @param worst how bad the worst of them is
     * @param open whether its findings are listed
     */
    record Head(String title, int count, Severity worst, boolean open) implements ProblemRow {}

    /** A finding. */
    record Item(Finding finding) implements ProblemRow {}

    /**
     * Returns findings as rows; groups come in the order of their worst finding, then by name.
     *
     * @param closed titles of groups whose findings are not listed
     */
    static List<ProblemRow> of(List<Finding> findings, Grouping grouping, Set<String> closed) {
        Map<Severity, Map<String, List<Finding>>> groups = new TreeMap<>();
        Map<String, Severity> worst = new LinkedHashMap<>();
        findings.forEach(finding -> worst.merge(
                grouping.of(finding), finding.severity(), (one, two) -> one.compareTo(two) <= 0 ? one : two));
        findings.forEach(finding -> groups.computeIfAbsent(
                        worst.getOrDefault(grouping.of(finding), finding.severity()), key -> new TreeMap<>())
                .computeIfAbsent(grouping.of(finding), key -> new ArrayList<>())
                .add(finding));
        List<ProblemRow> rows = new ArrayList<>();
        groups.forEach((severity, named) -> named.forEach((title, members) -> {
            boolean open = !closed.contains(title);
            rows.add(new Head(title, members.size(), severity, open));
            if (open) {
                members.forEach(finding -> rows.add(new Item(finding)));
            }
        }));
        return rows;
    }
}
