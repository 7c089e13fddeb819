package dev.bulkhead.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemRowTest {

    private static final Finding OVERLAP =
            finding("subnet-overlap", Severity.ERROR, Element.network("a"), "networks.yml");
    private static final Finding TAG = finding("image-tag", Severity.INFO, Element.service("web"), "compose.yml");
    private static final Finding UNUSED =
            finding("unused-network", Severity.WARNING, Element.network("a"), "networks.yml");
    private static final List<Finding> ALL = List.of(TAG, OVERLAP, UNUSED);

    @Test
    void theGroupOfTheWorstComesFirst() {
        assertThat(ProblemRow.of(ALL, Grouping.SEVERITY, Set.of()))
                .containsExactly(
                        new ProblemRow.Head("error", 1, Severity.ERROR, true),
                        new ProblemRow.Item(OVERLAP),
                        new ProblemRow.Head("warning", 1, Severity.WARNING, true),
                        new ProblemRow.Item(UNUSED),
                        new ProblemRow.Head("info", 1, Severity.INFO, true),
                        new ProblemRow.Item(TAG));
    }

    @Test
    void aGroupIsAsBadAsItsWorst() {
        assertThat(ProblemRow.of(ALL, Grouping.FILE, Set.of()))
                .containsExactly(
                        new ProblemRow.Head("networks.yml", 2, Severity.ERROR, true),
                        new ProblemRow.Item(OVERLAP),
                        new ProblemRow.Item(UNUSED),
                        new ProblemRow.Head("compose.yml", 1, Severity.INFO, true),
                        new ProblemRow.Item(TAG));
    }

    @Test
    void aClosedGroupTellsOnlyHowManyThereAre() {
        assertThat(ProblemRow.of(ALL, Grouping.SUBJECT, Set.of("network:a")))
                .containsExactly(
                        new ProblemRow.Head("network:a", 2, Severity.ERROR, false),
                        new ProblemRow.Head("service:web", 1, Severity.INFO, true),
                        new ProblemRow.Item(TAG));
    }

    @Test
    void goalsAreTheLastGroupHoweverFindingsAreGrouped() {
        Finding goal = finding("rule-goal", Severity.INFO, Element.service("web"), "bulkhead.yml");
        for (Grouping grouping : Grouping.values()) {
            List<ProblemRow> rows = ProblemRow.of(List.of(goal, TAG, UNUSED), grouping, Set.of());

            assertThat(rows.subList(rows.size() - 2, rows.size()))
                    .containsExactly(
                            new ProblemRow.Head("goals of iterations that are not done yet", 1, Severity.INFO, true),
                            new ProblemRow.Item(goal));
        }
        assertThat(ProblemCount.title(List.of(goal, TAG, UNUSED))).isEqualTo("Problems 1 + 1 info + 1 goal");
    }

    @Test
    void groupsByCauseSayTheRuleAndWhatItDemands() {
        assertThat(ProblemRow.of(ALL, Grouping.CAUSE, Set.of()))
                .filteredOn(ProblemRow.Head.class::isInstance)
                .extracting(row -> ((ProblemRow.Head) row).title())
                .containsExactly(
                        "subnet-overlap: no two networks share addresses",
                        "unused-network: declared networks are used",
                        "image-tag: images have a tag that stays");
    }

    @Test
    void theWorstIsNamedAndOfEqualsTheOneWithAFix() {
        Finding fixable = OVERLAP.withQuickFix(new TopologyEdit.SetSubnet("a", "10.9.0.0/24"));

        assertThat(WorstProblem.of(List.of(TAG, UNUSED, OVERLAP, fixable))).contains(fixable);
        assertThat(WorstProblem.of(List.of(TAG, UNUSED))).contains(UNUSED);
        assertThat(WorstProblem.of(List.of(TAG))).isEmpty();
    }

    private static Finding finding(String rule, Severity severity, Element subject, String file) {
        return new Finding(
                rule,
                severity,
                List.of(subject),
                "Something is wrong.",
                Optional.of(new SourceMark(file, 3, 1)),
                Optional.empty(),
                Optional.empty());
    }
}
