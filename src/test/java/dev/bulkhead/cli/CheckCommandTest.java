package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.run.Checks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String SOUND = """
            services:
              web:
                image: nginx:1.29
                healthcheck: {test: curl -f http://localhost}
            """;

    private static final String OVERLAP = """
            services:
              web:
                image: nginx:1.29
                healthcheck: {test: curl -f http://localhost}
                networks: [a, b]
            networks:
              a:
                ipam: {config: [{subnet: 172.20.0.0/24}]}
              b:
                ipam: {config: [{subnet: 172.20.0.0/16}]}
            """;

    @TempDir
    private Path directory = Path.of("");

    private CommandLineRun check(String compose, String... words) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        String[] all = new String[words.length + 2];
        all[0] = "check";
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.of(all);
    }

    @Test
    void isContentWithASoundProject() throws Exception {
        assertThat(check(SOUND)).isEqualTo(new CommandLineRun(0, "No findings.\n", ""));
    }

    @Test
    void namesThePlaceAndTheFixOfAnOverlap() throws Exception {
        CommandLineRun run = check(OVERLAP);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches(
                        "(?s)error: compose\\.yaml:10:\\d+: Subnet 172\\.20\\.0\\.0/16 of network b contains 172\\.20\\.0\\.0/24"
                                + " of network a\\. \\[subnet-overlap]\n    fix: Give b another subnet; 172\\.21\\.0\\.0/16 is"
                                + " free\\.\n1 finding\\.\n");
    }

    @Test
    void reportsWhatComposeRefusesOnce() throws Exception {
        CommandLineRun run = check(SOUND + "    networks: [nowhere]\n", "--format", "json");
        JsonNode findings = JsonMapper.builder().build().readTree(run.out()).get("findings");

        assertThat(run.code()).isEqualTo(1);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).get("rule").asText()).isEqualTo("undefined-network");
        assertThat(findings.get(0).get("at").asText()).startsWith("compose.yaml:5:");
    }

    @Test
    void holdsTheProjectAgainstTheRulesBesideIt() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "rules:\n  - must-not: web -> internet\n");
        CommandLineRun run = check(SOUND);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(
                        "error: bulkhead.yml:2:15: Rule 'must-not: web -> internet' does not hold: web reaches internet:"
                                + " network default lets packets out. [rule-must-not]\n");
    }

    @Test
    void takesAnotherRulesFileAndSaysWhenItIsNotThere() throws Exception {
        Path rules = directory.resolve("strict.yml");
        assertThat(check(SOUND, "--rules", rules.toString()))
                .isEqualTo(new CommandLineRun(
                        2, "", "bulkhead: strict.yml does not exist; correct the name or create the file.\n"));
        Files.writeString(rules, "rules: [{must-not: web -> internet}]\n");

        assertThat(check(SOUND, "--rules", rules.toString()).out()).contains("strict.yml:1:20: Rule 'must-not: web");
    }

    @Test
    void aBrokenRulesFileIsAFindingBesideAllOthers() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "rules: [{must: web}]\n");

        assertThat(check(SOUND.replace("nginx:1.29", "nginx"))).isEqualTo(new CommandLineRun(1, """
                        error: bulkhead.yml:1:16: 'web' needs one arrow between source and target; write for instance -\
                         must: traefik -> jellyfin:8096. None of its rules is checked until it can be read. [rules-file]
                        info: compose.yaml:3:5: Image nginx of service web has no tag: it can be another one after any\
                         pull. [image-tag]
                            fix: Name a version, or the digest that runs now.
                        2 findings (1 error, 1 info).
                        """, ""));
    }

    @Test
    void aBrokenRulesFileStandsInSarif() throws Exception {
        Path rules = Files.writeString(directory.resolve("strict.yml"), "rules: [\n");
        CommandLineRun run = check(OVERLAP, "--rules", rules.toString(), "--format", "sarif");
        JsonNode results = JsonMapper.builder().build().readTree(run.out()).at("/runs/0/results");

        assertThat(run.code()).isEqualTo(1);
        assertThat(results.findValuesAsText("ruleId")).containsExactly("subnet-overlap", "rules-file");
        assertThat(results.get(1).at("/properties/subjects/0").asText()).isEqualTo("file:strict.yml");
        assertThat(results.get(1)
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("strict.yml");
    }

    @Test
    void aDoubtOfTheReaderIsAFindingThatFailsNothingUnlessTheOperatorSaysSo() throws Exception {
        String unset = SOUND.replace("nginx:1.29", "nginx:1.29${SUFFIX}");
        assertThat(check(unset)).isEqualTo(new CommandLineRun(0, """
                        warning: compose.yaml:3:12: The variable SUFFIX is not set and stands for nothing; set it in\
                         .env, or write ${SUFFIX:-default}. [reading]
                        1 finding.
                        """, ""));
        Files.writeString(directory.resolve("bulkhead.yml"), "checks: {reading: error}\n");

        assertThat(check(unset).code()).isEqualTo(1);
    }

    @Test
    void writesSarifWhoseRulesAndPlacesFitTogether() throws Exception {
        CommandLineRun run = check(OVERLAP, "--format", "sarif");
        JsonNode sarif = JsonMapper.builder().build().readTree(run.out());
        JsonNode result = sarif.at("/runs/0/results/0");
        List<String> rules = new ArrayList<>();
        sarif.at("/runs/0/tool/driver/rules")
                .forEach(rule -> rules.add(rule.get("id").asText()));

        assertThat(run.code()).isEqualTo(1);
        assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
        assertThat(rules)
                .containsExactlyElementsOf(
                        Checks.rules().stream().map(CheckRule::id).toList())
                .doesNotHaveDuplicates()
                .contains(result.get("ruleId").asText());
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("compose.yaml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(10);
    }

    @Test
    void doesNotCountWhatIsOnlyWorthKnowing() throws Exception {
        CommandLineRun run = check(SOUND + "networks:\n  spare: {}\n");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("[unused-network]");
    }

    @Test
    void saysAtTheEndHowManyThereAreOfEachSeverity() throws Exception {
        CommandLineRun run = check(OVERLAP.replace("nginx:1.29", "nginx") + "  spare: {}\n");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).endsWith("3 findings (1 error, 2 info).\n");
    }

    @Test
    void listensToSettingsAndComments() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "checks: {image-tag: warning}\n");
        String loud = SOUND.replace("nginx:1.29", "nginx");

        assertThat(check(loud).code()).isEqualTo(1);
        assertThat(check(loud.replace("nginx", "nginx  # bulkhead: ignore image-tag because the registry pins it")))
                .isEqualTo(new CommandLineRun(
                        0, "No findings.\nAccepted and not counted: 1 by a comment in its file.\n", ""));
    }

    @Test
    void writesNothing() throws Exception {
        check(OVERLAP);

        try (var files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("compose.yaml");
        }
    }
}
