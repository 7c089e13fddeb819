package dev.bulkhead.check.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a baseline accepts, for how long, and what is said of it. */
class AcceptedFindingsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    private static Finding finding(String rule, String message, int line) {
        return new Finding(
                rule,
                Severity.ERROR,
                List.of(Element.service("web")),
                message,
                Optional.of(new SourceMark("compose.yaml", line, 5)),
                Optional.empty(),
                Optional.empty());
    }

    private static final Finding PORT = finding("exposure-not-allowed", "Service web publishes 80.", 7);

    private static String accepting(Finding finding, String since, String until) {
        return """
                version: 1
                accepted:
                  - fingerprint: "%s"
                    rule: %s
                    finding: "%s"
                    because: "the door is closed"
                    since: %s
                    until: %s
                """.formatted(Fingerprint.of(finding), finding.rule(), finding.message(), since, until);
    }

    private static List<String> said(AcceptedFindings.Held held) {
        return held.counting().stream()
                .map(finding -> finding.rule() + ": " + finding.message())
                .toList();
    }

    private static AcceptedFindings.Held held(String text, LocalDate today, Finding... findings) throws Exception {
        return BaselineReader.parse(AcceptedFindings.FILE, text, today).applyTo(List.of(findings));
    }

    @Test
    void acceptsUpToAndIncludingTheLastDayAndCountsAgainOnTheNext() throws Exception {
        String text = accepting(PORT, "2026-11-01", "2026-11-29");

        assertThat(held(text, DAY, PORT).accepted())
                .containsExactly(new Accepted(PORT, "the door is closed", Optional.of(DAY)));
        assertThat(said(held(text, DAY, PORT)))
                .containsExactly(
                        "accepted: 1 finding is accepted here, 1 error among them; the first until 2026-11-29.");
        assertThat(held(text, DAY.plusDays(1), PORT).accepted()).isEmpty();
        assertThat(said(held(text, DAY.plusDays(1), PORT)))
                .containsExactly(
                        "exposure-not-allowed: Service web publishes 80.",
                        "accepted-expired: This was accepted until 2026-11-29 (the door is closed) and counts again:"
                                + " Service web publishes 80.");
    }

    @Test
    void acceptsAFindingThatMovedAndNotAnother() throws Exception {
        String text = accepting(PORT, "2026-11-01", "2027-01-01");
        Finding moved = new Finding(
                PORT.rule(),
                PORT.severity(),
                PORT.subjects(),
                PORT.message(),
                Optional.of(new SourceMark("stack/renamed.yml", 99, 1)),
                PORT.fix(),
                Optional.empty());
        Finding other = finding("exposure-not-allowed", "Service web publishes 81.", 7);

        assertThat(held(text, DAY, moved).accepted()).hasSize(1);
        assertThat(said(held(text, DAY, other)))
                .containsExactly(
                        "exposure-not-allowed: Service web publishes 81.",
                        "accepted-unused: This entry matches nothing that is found. What exposure-not-allowed finds now is"
                                + " another one: Service web publishes 81.");
    }

    @Test
    void placesInASentenceAreNoPartOfWhatItSays() {
        Finding here = finding("x", "The port is stated at compose.yaml:3 and app/b.yml:7:9 too.", 1);
        Finding there = finding("x", "The port is stated at compose.yaml:5 and renamed.yml:8:9 too.", 1);
        Finding other = finding("x", "The port 3:4 is stated.", 1);

        assertThat(Fingerprint.of(here)).isEqualTo(Fingerprint.of(there)).hasSize(16);
        assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(finding("x", "The port 3:5 is stated.", 1)));
        assertThat(Fingerprint.of(finding("x", "Port host:80:80 of a.", 1)))
                .isNotEqualTo(Fingerprint.of(finding("x", "Port host:81:80 of a.", 1)));
    }

    @Test
    void ofTwoAlikeOneEntryAcceptsOne() throws Exception {
        String text = accepting(PORT, "2026-11-01", "2027-01-01");

        assertThat(held(text, DAY, PORT, PORT).accepted()).hasSize(1);
        assertThat(held(text, DAY, PORT, PORT).counting()).contains(PORT);
    }

    @Test
    void anEntryThatHoldsComesBeforeOneThatIsOver() throws Exception {
        String both = accepting(PORT, "2026-01-01", "2026-02-01")
                + accepting(PORT, "2026-11-01", "2027-01-01").lines().skip(2).reduce("", (a, b) -> a + b + "\n");

        assertThat(held(both, DAY, PORT).accepted()).hasSize(1);
        assertThat(said(held(both, DAY, PORT)))
                .containsExactly(
                        "accepted-unused: This entry matches nothing that is found.",
                        "accepted: 1 finding is accepted here, 1 error among them; the first until 2027-01-01.");
    }

    @Test
    void anEntryFromTheFutureSaysThatAClockIsWrong() throws Exception {
        String text = accepting(PORT, "2026-11-29", "2027-01-01");

        assertThat(held(text, LocalDate.EPOCH, PORT).counting()).contains(PORT);
        assertThat(said(held(text, LocalDate.EPOCH, PORT)))
                .contains(
                        "accepted-incomplete: This was accepted on 2026-11-29, and the clock of this machine says 1970-01-01,"
                                + " so the entry does not count.");
        assertThat(held(text, DAY.minusDays(1), PORT).accepted())
                .as("the other side of the world")
                .hasSize(1);
    }

    @Test
    void anEntryWithoutReasonOrDayAcceptsNothingAndSaysSo() throws Exception {
        String whole = accepting(PORT, "2026-11-01", "2027-01-01");

        assertThat(said(held(whole.replaceAll("(?m)^    because.*\n", ""), DAY, PORT)))
                .containsExactly(
                        "exposure-not-allowed: Service web publishes 80.",
                        "accepted-incomplete: This entry does not state because, so it accepts nothing.");
        assertThat(said(held(whole.replace("2027-01-01", "next spring"), DAY, PORT)))
                .contains("accepted-incomplete: until: next spring is no day, so this entry accepts nothing.");
        assertThat(said(held(whole.replace("2027-01-01", "2027-02-30"), DAY, PORT)))
                .contains("accepted-incomplete: until: 2027-02-30 is no day, so this entry accepts nothing.");
    }

    @Test
    void doesNotAcceptWhatIsSaidOfItself() throws Exception {
        Finding itself = finding("accepted-expired", "Over.", 1);

        assertThat(held(accepting(itself, "2026-11-01", "2027-01-01"), DAY, itself)
                        .counting())
                .contains(itself);
    }

    @Test
    void whatIsNoBaselineIsNamedWithItsPlace() throws Exception {
        assertThatThrownBy(() -> BaselineReader.parse(AcceptedFindings.FILE, "version: 2\n", DAY))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("bulkhead-baseline.yml:1:10: this version of baselines is not known");
        assertThatThrownBy(() -> BaselineReader.parse(AcceptedFindings.FILE, "accepted: all\n", DAY))
                .hasMessageContaining("accepted has to be a list");
        assertThatThrownBy(() -> BaselineReader.parse(AcceptedFindings.FILE, "accept: []\n", DAY))
                .hasMessageContaining("the key accept has no meaning here");
        assertThat(BaselineReader.parse(AcceptedFindings.FILE, "# nothing yet\n", DAY)
                        .entries())
                .isEmpty();
    }

    @Test
    void entriesAreAddedAndTakenOutAndAllElseStays() throws Exception {
        Finding quoted = finding("rule-must", "Rule 'a \"b\" \\ c' does not hold.", 3);
        String one = BaselineText.with("", List.of(PORT), "because \"I\" say so", DAY, DAY.plusDays(9));
        String two = BaselineText.with(
                "# ours\n" + one + "  # the next one is about the move\n", List.of(quoted), "moves", DAY, DAY);
        AcceptedFindings read = BaselineReader.parse(AcceptedFindings.FILE, two, DAY);

        assertThat(read.faults()).isEmpty();
        assertThat(read.entries()).extracting(BaselineEntry::finding).containsExactly(PORT.message(), quoted.message());
        assertThat(read.entries().getFirst().because()).isEqualTo("because \"I\" say so");
        assertThat(BaselineText.without(two, read, List.of(read.entries().getFirst())))
                .startsWith("# ours\n# Findings of")
                .contains("accepted:\n  # the next one is about the move\n  - fingerprint: \"" + Fingerprint.of(quoted))
                .doesNotContain(Fingerprint.of(PORT));
        assertThat(BaselineText.without(two, read, read.entries()))
                .endsWith("accepted:\n  # the next one is about the move\n");
        assertThat(read.unmatched(List.of(quoted)))
                .containsExactly(read.entries().getFirst());
    }
}
