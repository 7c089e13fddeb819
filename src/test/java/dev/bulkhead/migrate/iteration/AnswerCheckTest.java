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
                        Map.of("networks", "managed", "subnet-base", "172.20.0.0/16", "file", "networks.yml"),
                        Map.of("proxy", List.of("dmz"))));
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
                "There is no question 'color'; known are file, networks, subnet-base, tiers.");
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
