package dev.bulkhead.migrate.iteration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import dev.bulkhead.migrate.playbook.TierReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    private static final List<Question> QUESTIONS = List.of(
            new Question.Choice(
                    "networks",
                    "Who?",
                    "",
                    List.of(
                            new Question.Option("external", "External", ""),
                            new Question.Option("managed", "Managed", "")),
                    "external"),
            new Question.Line("subnet-base", "Where?", "", Question.LineKind.CIDR, "172.20.0.0/16"),
            new Question.Line("file", "File?", "", Question.LineKind.FILE_NAME, "networks.yml"),
            new Question.Table(
                    "access",
                    "Who may?",
                    "",
                    "Route",
                    List.of(
                            new Question.Option("open", "Open", ""),
                            new Question.Option("one-factor", "One factor", ""),
                            new Question.Option("two-factor", "Two factors", "")),
                    List.of(
                            new Question.Row("access.web", "web.home.arpa", "", List.of("open", "one-factor"), "open"),
                            new Question.Row(
                                    "access.db",
                                    "db.home.arpa",
                                    "",
                                    List.of("one-factor", "two-factor"),
                                    "two-factor"))),
            new Question.Password("password.admin", "Password?", ""),
            new Question.Tiers(
                    "tiers",
                    "Tiers?",
                    "",
                    List.of(new Tier("dmz", "dmz-net", "in", Set.of(), List.of())),
                    List.of(
                            new TierProposal("proxy", List.of(new TierReason("dmz", "It is one.")), Optional.empty()),
                            new TierProposal("agent", List.of(), Optional.of("It uses the host's network.")))));

    private static Answers given(Map<String, String> values, Map<String, List<String>> tiers) {
        return new Answers("1", new TreeMap<>(values), new TreeMap<>(tiers));
    }

    private static void assertRefused(Answers answers, String sentence) {
        assertThatThrownBy(() -> AnswerCheck.complete(answers, "1", QUESTIONS))
                .isInstanceOf(AnswersException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatWasNotAnsweredIsAsProposed() throws Exception {
        assertThat(AnswerCheck.complete(given(Map.of("networks", "managed"), Map.of()), "1", QUESTIONS))
                .isEqualTo(given(
                        Map.of(
                                "networks",
                                "managed",
                                "subnet-base",
                                "172.20.0.0/16",
                                "file",
                                "networks.yml",
                                "access.web",
                                "open",
                                "access.db",
                                "two-factor"),
                        Map.of("proxy", List.of("dmz"))));
    }

    @Test
    void aRowOfChoicesIsAnsweredByItsOwnIdWithWhatItOffers() throws Exception {
        assertThat(AnswerCheck.complete(given(Map.of("access.web", "one-factor"), Map.of()), "1", QUESTIONS)
                        .value("access.web"))
                .contains("one-factor");
        assertRefused(
                given(Map.of("access.web", "two-factor"), Map.of()),
                "The answer to 'access.web' is 'two-factor'; it has to be one of open, one-factor.");
        assertRefused(
                given(Map.of("access", "open"), Map.of()),
                "There is no question 'access'; known are access.db, access.web, file, networks, password.admin,"
                        + " subnet-base, tiers.");
    }

    @Test
    void aPasswordIsAnsweredByItsHashAndNeverRepeated() throws Exception {
        String hash = "$argon2id$v=19$m=65536,t=3,p=4$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";
        assertThat(AnswerCheck.complete(given(Map.of("password.admin", hash), Map.of()), "1", QUESTIONS)
                        .value("password.admin"))
                .contains(hash);
        assertRefused(
                given(Map.of("password.admin", "correct horse"), Map.of()),
                "The answer to 'password.admin' is no argon2id hash ($argon2id$v=19$m=...); passwords themselves stand in"
                        + " no file of answers: leave it out and put the password into the environment as"
                        + " BULKHEAD_PASSWORD_ADMIN.");
    }

    @Test
    void aValueThatIsNoOptionIsRefused() {
        assertRefused(
                given(Map.of("networks", "maybe"), Map.of()),
                "The answer to 'networks' is 'maybe'; it has to be one of external, managed.");
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertRefused(
                given(Map.of("subnet-base", "172.20.0.0"), Map.of()),
                "The answer to 'subnet-base' is '172.20.0.0', which is not an IPv4 range; write for instance"
                        + " 172.20.0.0/16.");
    }

    @Test
    void aFileOutsideTheProjectIsRefused() {
        assertRefused(
                given(Map.of("file", "../networks.yml"), Map.of()),
                "The answer to 'file' is '../networks.yml'; it has to be a YAML file inside the project, for instance"
                        + " networks.yml.");
    }

    @Test
    void anUnknownQuestionIsRefused() {
        assertRefused(
                given(Map.of("color", "blue"), Map.of()),
                "There is no question 'color'; known are access.db, access.web, file, networks, password.admin,"
                        + " subnet-base, tiers.");
    }

    @Test
    void anUnknownTierAndAnUnknownServiceAreRefused() {
        assertRefused(
                given(Map.of(), Map.of("proxy", List.of("dmzz"))),
                "Service proxy is put into tier 'dmzz', which is none of dmz.");
        assertRefused(given(Map.of(), Map.of("prox", List.of("dmz"))), "There is no service 'prox' in the project.");
    }

    @Test
    void aServiceThatCannotJoinIsNotPutAnywhere() {
        assertRefused(
                given(Map.of(), Map.of("agent", List.of("dmz"))),
                "Service agent cannot stand in a tier: It uses the host's network.");
    }

    @Test
    void answersOfAnotherIterationAreRefused() {
        assertRefused(
                new Answers("2", new TreeMap<>(), new TreeMap<>()), "These answers are for iteration 2, not for 1.");
    }
}
