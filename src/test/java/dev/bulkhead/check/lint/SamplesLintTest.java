package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesLintTest {

    private static List<Finding> findings(String sample) throws Exception {
        ComposeProject project =
                new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(Path.of("assets/samples", sample)));
        return Checks.run(CheckInput.of(project).withCatalogue(Linted.catalogue()));
    }

    /** They work as they are: nothing about them deserves an alarm but what they publish, for which their rules have a list. */
    @ParameterizedTest
    @ValueSource(strings = {"mediaserver", "hydra", "hydra/download-stack", "medianest"})
    void noSampleRaisesAnErrorOrAWarning(String sample) throws Exception {
        assertThat(findings(sample))
                .filteredOn(finding -> !finding.rule().equals("published-port"))
                .isNotEmpty()
                .extracting(Finding::severity)
                .containsOnly(Severity.INFO);
    }

    @Test
    void theMediaServerHasWhatIsWorthKnowing() throws Exception {
        Map<String, Long> counts =
                findings("mediaserver").stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting()));

        assertThat(counts)
                .isEqualTo(Map.of(
                        "docker-socket", 5L,
                        "health-check", 2L,
                        "host-network", 1L,
                        "image-tag", 8L,
                        "namespace-restart", 1L,
                        "plain-secret", 3L,
                        "privileged", 1L,
                        "published-port", 18L));
    }
}
