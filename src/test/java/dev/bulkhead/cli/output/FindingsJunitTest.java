package dev.bulkhead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.Accepted;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.run.Judgement;
import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.topology.SourceMark;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What {@code check --format junit} writes is what Ant's and Jenkins's schemas demand, and tells the same. */
class FindingsJunitTest {

    private static void validate(String schema, String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit", schema + ".xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static Finding finding(String rule, Severity severity, String message) {
        return new Finding(
                rule,
                severity,
                List.of(),
                message,
                Optional.of(new SourceMark("a&b.yml", 3, 1)),
                Optional.of("Mend <it>."),
                Optional.empty());
    }

    private static String report() {
        Judgement judgement = new Judgement(
                List.of(
                        finding("rule-must", Severity.ERROR, "Rule 'a -> \"b\"' does not hold \u0007\ud800."),
                        finding("reading", Severity.WARNING, "A doubt."),
                        finding("image-tag", Severity.INFO, "No tag.")),
                List.of(new Accepted(
                        finding("privileged", Severity.WARNING, "Owns the host."),
                        "it has to & will",
                        Optional.of(LocalDate.parse("2027-01-01")))));
        return FindingsJunit.of(new CheckReport(
                "stack",
                new RepositoryPlaces("docker/stack/", "compose.yaml"),
                judgement,
                Optional.empty(),
                Instant.parse("2026-11-29T12:00:00.5Z")));
    }

    @ParameterizedTest
    @CsvSource({"ant,mediaserver", "ant,medianest", "jenkins,hydra", "jenkins,mediaserver"})
    void everyReportIsValid(String schema, String sample) throws Exception {
        validate(
                schema,
                CommandLineRun.of("check", "assets/samples/" + sample, "--format", "junit")
                        .out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ant", "jenkins"})
    void oddCharactersAndAcceptedFindingsAreValidAndTheSchemaFindsFaults(String schema) {
        assertThatCode(() -> validate(schema, report())).doesNotThrowAnyException();
        assertThatThrownBy(() -> validate(schema, report().replace("<testcase ", "<testcase colour=\"red\" ")))
                .isInstanceOf(SAXException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack"})
    void failsWhatFailsTheBuildSkipsWhatIsAcceptedAndPassesTheRest(String project) {
        assertThat(report())
                .contains("<testsuite name=\"bulkhead check docker/" + project + "\"")
                .contains("timestamp=\"2026-11-29T12:00:00\"")
                .contains("tests=\"" + Checks.rules().size() + "\" failures=\"1\" errors=\"0\" skipped=\"1\"")
                .contains(
                        "<failure message=\"Rule 'a -&gt; &quot;b&quot;' does not hold \\u0007?.\" type=\"error\">docker/stack/a&amp;b.yml:3:"
                                + " error: Rule 'a -&gt; \"b\"' does not hold \\u0007?. [rule-must]\nfix: Mend &lt;it&gt;.</failure>")
                .contains("<testcase classname=\"bulkhead.privileged\" name=\"Owns the host.\" time=\"0\"><skipped"
                        + " message=\"accepted until 2027-01-01: it has to &amp; will\"/></testcase>")
                .contains("<testcase classname=\"bulkhead.image-tag\" name=\"No tag.\" time=\"0\"></testcase>")
                .contains(
                        "<testcase classname=\"bulkhead.subnet-overlap\" name=\"No two networks share addresses\" time=\"0\">")
                .contains("<system-out>docker/stack/a&amp;b.yml:3: warning: A doubt. [reading]\n");
    }
}
