package dev.bulkhead.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.baseline.Fingerprint;
import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.topology.Element;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings are accepted by a command, for a reason and up to a day, and nothing is hidden in silence. */
class AcceptCommandTest {

    private static final String COMPOSE = """
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

    @BeforeEach
    void writeProject() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE);
    }

    private CommandLineRun run(String command, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(command, directory.toString()));
        all.addAll(List.of(words));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private Path baseline() {
        return directory.resolve(AcceptedFindings.FILE);
    }

    @Test
    void whatIsAcceptedDoesNotCountAndIsCounted() throws Exception {
        assertThat(run("check").code()).isEqualTo(1);

        CommandLineRun accepted = run(
                "accept",
                "--finding",
                "subnet-overlap",
                "--because",
                "moves in spring",
                "--until",
                "9999-12-31",
                "--write");
        CommandLineRun checked = run("check");

        assertThat(accepted).isEqualTo(new CommandLineRun(0, "wrote bulkhead-baseline.yml\n", ""));
        assertThat(checked).isEqualTo(new CommandLineRun(0, """
                info: bulkhead-baseline.yml:1:1: 1 finding is accepted here, 1 error among them; the first until 9999-12-31.\
                 [accepted]
                1 finding.
                Accepted and not counted: 1 by the baseline.
                """, ""));
        assertThat(run("check", "--format", "json").out())
                .contains("\"because\" : \"moves in spring\",", "\"until\" : \"9999-12-31\"");
    }

    @Test
    void withoutWriteTheChangeIsShownAndNothingIsWritten() throws Exception {
        CommandLineRun shown =
                run("accept", "--finding", "compose.yaml:10", "--because", "moves", "--until", "9999-12-31");

        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .startsWith("--- /dev/null\n+++ b/bulkhead-baseline.yml\n")
                .contains("+    rule: subnet-overlap\n", "+    because: \"moves\"\n", "+    until: 9999-12-31\n");
        assertThat(baseline()).doesNotExist();
    }

    @Test
    void withoutAChoiceItListsWhatCanBeChosen() throws Exception {
        assertThat(run("accept").out())
                .matches("[0-9a-f]{16} error: compose\\.yaml:10:\\d+: Subnet .* \\[subnet-overlap]\n");
    }

    @Test
    void reasonAndDayAreAskedFor() throws Exception {
        assertThat(run("accept", "--all", "--until", "9999-12-31").err())
                .isEqualTo("bulkhead: A finding is accepted for a reason; give it with --because TEXT.\n");
        assertThat(run("accept", "--all", "--because", "x").err())
                .startsWith("bulkhead: A finding is accepted up to a day; give it with --until YEAR-MONTH-DAY");
        assertThat(run("accept", "--all", "--because", "x", "--until", "2020-01-01")
                        .err())
                .startsWith("bulkhead: --until 2020-01-01 is over already; name a day from ");
        assertThat(run("accept", "--finding", "image-tag", "--because", "x", "--until", "9999-12-31")
                        .err())
                .startsWith("bulkhead: --finding image-tag names nothing that is found and not accepted yet");
    }

    @Test
    void whatIsOverIsAcceptedAnewInItsPlaceAndWhatIsMendedIsPruned() throws Exception {
        run("accept", "--all", "--because", "moves", "--until", "9999-12-31", "--write");
        Files.writeString(
                baseline(),
                Files.readString(baseline())
                        .replaceAll("since: .*", "since: 2020-01-01")
                        .replace("9999-12-31", "2020-02-02"));
        CommandLineRun over = run("check");
        run("accept", "--all", "--because", "later", "--until", "9999-01-01", "--write");
        String anew = Files.readString(baseline());
        CommandLineRun again = run("check");
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE.replace("172.20.0.0/16", "172.21.0.0/16"));
        CommandLineRun mended = run("check");
        CommandLineRun pruned = run("accept", "--prune", "--write");

        assertThat(over.code()).isEqualTo(1);
        assertThat(over.out()).contains("[subnet-overlap]", "was accepted until 2020-02-02 (moves) and counts again");
        assertThat(anew).contains("9999-01-01").doesNotContain("2020");
        assertThat(again.code()).isZero();
        assertThat(mended.out())
                .contains("bulkhead-baseline.yml:5:5: This entry matches nothing that is found. [accepted-unused]");
        assertThat(pruned.out()).isEqualTo("wrote bulkhead-baseline.yml\n");
        assertThat(run("check").out()).isEqualTo("No findings.\n");
    }

    @Test
    void aBaselineThatCannotBeReadAcceptsNothingAndIsAnError() throws Exception {
        Files.writeString(baseline(), "accepted: [\n");

        assertThat(run("check").out()).contains("[baseline-file]", "[subnet-overlap]");
        assertThat(run("accept", "--all", "--because", "x", "--until", "9999-12-31", "--write")
                        .err())
                .startsWith("bulkhead: bulkhead-baseline.yml cannot be read, so nothing is added to it: ");
        assertThat(run("check", "--baseline", "nowhere.yml").err())
                .isEqualTo(
                        "bulkhead: There is no baseline nowhere.yml; correct its name, or write one with bulkhead accept.\n");
    }

    @Test
    void aListInOneLineIsLeftToItsWriter() throws Exception {
        Files.writeString(baseline(), "version: 1\naccepted: []\n");

        assertThat(run("accept", "--all", "--because", "x", "--until", "9999-12-31", "--write")
                        .err())
                .startsWith("bulkhead: bulkhead-baseline.yml is written in a way that entries cannot be added to");
        assertThat(Files.readString(baseline())).isEqualTo("version: 1\naccepted: []\n");
    }

    /** Another way of making them would have operators accept everything anew. */
    @Test
    void aFingerprintIsMadeOfRuleSubjectsAndSentence() {
        Finding finding = new Finding(
                "subnet-overlap",
                Severity.ERROR,
                List.of(Element.network("b"), Element.network("a")),
                "Subnet 172.20.0.0/16 of network b contains 172.20.0.0/24 of network a.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(Fingerprint.of(finding)).isEqualTo("ac0774be38482a2e");
    }
}
