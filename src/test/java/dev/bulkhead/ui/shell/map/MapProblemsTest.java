package dev.bulkhead.ui.shell.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.problems.ProblemCount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapProblemsTest {

    private static Finding finding(Severity severity, Element... subjects) {
        return new Finding(
                "rule",
                severity,
                List.of(subjects),
                severity + " of " + subjects.length,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static final List<Finding> FINDINGS = List.of(
            finding(Severity.ERROR, Element.service("web"), Element.network("front")),
            finding(Severity.WARNING, Element.service("web"), new Element.FileElement("bulkhead.yml")),
            finding(Severity.INFO, Element.service("web")),
            finding(Severity.INFO, Element.service("db")));

    @Test
    void theMapMarksErrorsAndWarningsOnly() {
        Finding error = FINDINGS.get(0);
        Finding warning = FINDINGS.get(1);

        assertThat(MapProblems.of(FINDINGS))
                .isEqualTo(Map.of(
                        new Element.ServiceElement("web"), List.of(error, warning),
                        new Element.NetworkElement("front"), List.of(error)));
    }

    @Test
    void theTitleOfTheListCountsWhatIsOnlyWorthKnowingApart() {
        assertThat(ProblemCount.title(FINDINGS)).isEqualTo("Problems 2 + 2 info");
        assertThat(ProblemCount.title(FINDINGS.subList(0, 2))).isEqualTo("Problems 2");
        assertThat(ProblemCount.title(List.of())).isEqualTo("Problems 0");
    }
}
