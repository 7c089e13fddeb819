package dev.bulkhead.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.rules.RulesReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Comments that hide findings, and settings of checks. */
class SuppressionTest {

    private static final Path DIRECTORY = Path.of("/no-such-folder/shop");

    private static List<String> lines(String compose) throws ComposeException {
        return lines(compose, "version: 1");
    }

    private static List<String> lines(String compose, String rules) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), compose.getBytes(StandardCharsets.UTF_8));
        CheckInput input = CheckInput.of(
                new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files)).load(ComposeRequest.of(DIRECTORY)));
        return Checks.run(input.withRules(RulesReader.parse("bulkhead.yml", rules))).stream()
                .map(f -> f.severity().text() + " " + f.at().orElseThrow() + " " + f.rule())
                .toList();
    }

    private static String messages(String compose, String rules) throws ComposeException {
        Map<Path, byte[]> files = Map.of(DIRECTORY.resolve("compose.yaml"), compose.getBytes(StandardCharsets.UTF_8));
        CheckInput input = CheckInput.of(
                new ComposeLoader(new OverlayFileTree(new DiskFileTree(), files)).load(ComposeRequest.of(DIRECTORY)));
        StringBuilder text = new StringBuilder();
        Checks.run(input.withRules(RulesReader.parse("bulkhead.yml", rules)))
                .forEach(f -> text.append(f.message())
                        .append(' ')
                        .append(f.fix().orElse(""))
                        .append('\n'));
        return text.toString();
    }

    @Test
    void aCommentHidesFindingsOfItsLineAndOfTheLineBelow() throws ComposeException {
        assertThat(lines("""
                services:
                  # bulkhead: ignore health-check because it is watched from outside
                  # (see the runbook)

                  web:
                    image: nginx  # bulkhead: ignore image-tag because the registry pins it
                """)).isEmpty();
    }

    @Test
    void oneCommentCanNameSeveralRules() throws ComposeException {
        assertThat(lines("""
                services:
                  # bulkhead: ignore health-check, image-tag because this is a sketch
                  web: {image: nginx}
                """)).isEmpty();
    }

    @Test
    void aCommentWithoutAReasonHidesNothing() throws ComposeException {
        assertThat(lines("""
                services:
                  # bulkhead: ignore health-check
                  web:
                    image: nginx:1.29  # bulkhead: ignore image-tag because
                """))
                .containsExactly(
                        "warning compose.yaml:2:3 suppression-incomplete",
                        "warning compose.yaml:4:24 suppression-incomplete",
                        "info compose.yaml:3:3 health-check");
    }

    @Test
    void aCommentThatHidesNothingIsAFinding() throws ComposeException {
        assertThat(lines("""
                services:
                  web:
                    # bulkhead: ignore image-tag because the registry pins it
                    image: nginx:1.29
                    healthcheck: {test: curl -f http://localhost}
                """)).containsExactly("info compose.yaml:3:5 suppression-unused");
    }

    @Test
    void aCommentThatNamesNoKnownRuleIsAFindingWithTheNearestName() throws ComposeException {
        assertThat(messages("""
                services:
                  web:
                    # bulkhead: ignore image-tags because the registry pins it
                    image: nginx:1.29
                    healthcheck: {test: curl -f http://localhost}  # bulkhead: ignore
                """, "version: 1")).isEqualTo("""
                There is no rule image-tags to ignore. Did you mean image-tag?
                This comment names no rule, so it hides nothing. Write # bulkhead: ignore RULE because REASON.
                """);
    }

    @Test
    void aTextThatOnlyLooksLikeACommentHidesNothing() throws ComposeException {
        assertThat(lines("""
                services:
                  web:
                    image: nginx:1.29
                    command: |
                      # bulkhead: ignore health-check because this is a script
                      true
                  api: {image: "nginx:1.29", hostname: "a # bulkhead: ignore health-check because it is quoted"}
                """))
                .containsExactly("info compose.yaml:2:3 health-check", "info compose.yaml:7:3 health-check");
    }

    @Test
    void theOperatorSetsHowSevereACheckIs() throws ComposeException {
        String compose = "services:\n  web: {image: nginx, privileged: true}\n";

        assertThat(lines(compose))
                .containsExactly(
                        "info compose.yaml:2:3 health-check",
                        "info compose.yaml:2:9 image-tag",
                        "info compose.yaml:2:23 privileged");
        assertThat(lines(compose, "checks: {image-tag: off, health-check: warning, privileged: error}"))
                .containsExactly("error compose.yaml:2:23 privileged", "warning compose.yaml:2:3 health-check");
    }

    @Test
    void aCheckThatIsOffLeavesItsCommentsAlone() throws ComposeException {
        assertThat(lines("""
                services:
                  # bulkhead: ignore privileged because it needs every device
                  web: {image: "nginx:1.29", healthcheck: {test: "true"}}
                """, "checks: {privileged: off}")).isEmpty();
    }

    @Test
    void settingsThatSetNothingAreFindingsWithTheNearestName() throws ComposeException {
        String compose = "services: {web: {image: 'nginx:1.29', healthcheck: {test: 'true'}}}";
        String rules = """
                checks:
                  image-tags: off
                  privileged: warn
                  docker-socket: of
                  host-network: loud
                  q: info
                """;

        assertThat(lines(compose, rules))
                .containsExactly(
                        "warning bulkhead.yml:2:3 check-setting",
                        "warning bulkhead.yml:3:15 check-setting",
                        "warning bulkhead.yml:4:18 check-setting",
                        "warning bulkhead.yml:5:17 check-setting",
                        "warning bulkhead.yml:6:3 check-setting");
        assertThat(messages(compose, rules)).isEqualTo("""
                There is no check image-tags. Did you mean image-tag?
                The check privileged cannot be set to warn. Write off, info, warning or error.
                The check docker-socket cannot be set to of. Did you mean off?
                The check host-network cannot be set to loud. Write off, info, warning or error.
                There is no check q. Write the name that a finding shows in brackets, or remove the line.
                """);
    }
}
