package dev.bulkhead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.run.FindingsChange;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code check --format sarif} writes is what the format demands. */
class FindingsSarifTest {

    private static final Path SCHEMA = Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json");

    private static List<String> faults(String sarif) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema
                .validate(
                        sarif,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String sarif(String sample) throws Exception {
        return CommandLineRun.of("check", "assets/samples/" + sample, "--format", "sarif")
                .out();
    }

    private static JsonNode tree(String sarif) throws Exception {
        return JsonMapper.builder().build().readTree(sarif);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediaserver", "hydra", "medianest"})
    void everyReportIsValid(String sample) throws Exception {
        assertThat(faults(sarif(sample))).isEmpty();
    }

    @Test
    void theSchemaFindsFaults() throws Exception {
        ObjectNode broken = (ObjectNode) tree(sarif("hydra"));
        ((ObjectNode) broken.at("/runs/0/results/0/locations/0/physicalLocation/region")).put("startLine", 0);
        ((ObjectNode) broken.at("/runs/0/tool/driver/rules/0/defaultConfiguration")).put("level", "info");
        broken.put("versoin", "2.1.0");

        assertThat(faults(broken.toString())).hasSize(3);
    }

    @Test
    void everyRuleHasItsUsualLevelAndItsPageOfTheManual() throws Exception {
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : tree(sarif("hydra")).at("/runs/0/tool/driver/rules")) {
            String id = rule.get("id").asText();
            rules.add(id + " " + rule.at("/defaultConfiguration/level").asText());
            assertThat(rule.at("/help/markdown").asText())
                    .isEqualTo(Files.readString(Path.of("docs/manual/rules", id + ".md")));
            assertThat(rule.at("/help/text").asText()).startsWith(id).contains("How to fix:");
        }

        assertThat(rules)
                .containsExactlyElementsOf(Checks.rules().stream()
                        .map(rule -> rule.id() + " "
                                + switch (rule.severity()) {
                                    case ERROR -> "error";
                                    case WARNING -> "warning";
                                    case INFO -> "note";
                                })
                        .toList());
    }

    @Test
    void everyResultHasLineAndColumn() throws Exception {
        for (JsonNode result : tree(sarif("mediaserver")).at("/runs/0/results")) {
            JsonNode region = result.at("/locations/0/physicalLocation/region");
            assertThat(region.get("startLine").asInt()).isPositive();
            assertThat(region.get("startColumn").asInt()).isPositive();
        }
    }

    @Test
    void aFindingWithoutAPlaceAndAComparisonAreValidAndStandAtTheFirstFile() throws Exception {
        Finding finding = new Finding(
                "address-pools-exhausted",
                Severity.ERROR,
                List.of(),
                "No pool is left.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Judgement now = new Judgement(
                List.of(finding, finding), List.of(new Accepted(finding, "it is so", Optional.of(LocalDate.EPOCH))));
        Judgement before = new Judgement(List.of(finding), List.of());
        String sarif = FindingsSarif.of(new CheckReport(
                "stack",
                new RepositoryPlaces("a b/", "../compose ä.yaml"),
                now,
                Optional.of(new CheckReport.Since("main", FindingsChange.between(before, now), Optional.empty())),
                Instant.EPOCH));
        JsonNode run = tree(sarif).at("/runs/0");

        assertThat(faults(sarif)).isEmpty();
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("compose%20%C3%A4.yaml");
        assertThat(run.at("/results/0/partialFingerprints/bulkhead~1v1").asText())
                .hasSize(16);
        assertThat(run.at("/properties/accepted").asInt()).isEqualTo(1);
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("bulkhead/a%20b/stack/");
    }
}
