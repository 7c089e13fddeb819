package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.ui.words.Words;
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

    /** Title of the group of goals, which is the last however findings are grouped. */
    String GOALS = Words.of("problemrow.goals-of-iterations-that-are");

    /** A finding. */
    record Item(Finding finding) implements ProblemRow {}

    /**
     * Returns findings as rows; groups come in the order of their worst finding, then by name, and goals last.
     *
     * @param closed titles of groups whose findings are not listed
     */
    static List<ProblemRow> of(List<Finding> all, Grouping grouping, Set<String> closed) {
        List<Finding> findings = all.stream().filter(one -> !one.isGoal()).toList();
        List<Finding> goals = all.stream().filter(Finding::isGoal).toList();
        Map<Severity, Map<String, List<Finding>>> groups = new TreeMap<>();
        Map<String, Severity> worst = new LinkedHashMap<>();
        findings.forEach(finding -> worst.merge(
                grouping.of(finding), finding.severity(), (one, two) -> one.compareTo(two) <= 0 ? one : two));
        findings.forEach(finding -> groups.computeIfAbsent(
                        worst.getOrDefault(grouping.of(finding), finding.severity()), key -> new TreeMap<>())
                .computeIfAbsent(grouping.of(finding), key -> new ArrayList<>())
                .add(finding));
        List<ProblemRow> rows = new ArrayList<>();
        groups.forEach(
                (severity, named) -> named.forEach((title, members) -> add(title, members, severity, closed, rows)));
        if (!goals.isEmpty()) {
            add(GOALS, goals, Severity.INFO, closed, rows);
        }
        return rows;
    }

    private static void add(
            String title, List<Finding> members, Severity worst, Set<String> closed, List<ProblemRow> rows) {
        boolean open = !closed.contains(title);
        rows.add(new Head(title, members.size(), worst, open));
        if (open) {
            members.forEach(finding -> rows.add(new Item(finding)));
        }
    }
}
