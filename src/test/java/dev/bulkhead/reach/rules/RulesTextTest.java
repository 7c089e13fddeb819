package dev.bulkhead.reach.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTextTest {

    private static final Rule.Statement MUST = new Rule.Statement(Rule.Kind.MUST, "a -> b:80", Optional.empty());
    private static final Rule.Statement NEVER =
            new Rule.Statement(Rule.Kind.MUST_NOT, "lan -> b", Optional.of("nobody: \"else\" # there"));

    @Test
    void aProjectWithoutRulesGetsAWholeFile() throws Exception {
        assertThat(with(Optional.empty(), MUST)).isEqualTo("""
                version: 1
                rules:
                  - must: a -> b:80
                """);
    }

    @Test
    void newRulesStandBehindTheLastOneWithItsIndentation() throws Exception {
        String old = """
                # mine
                version: 1
                rules:
                - must: x -> y   # why not
                  why: it is so

                # how public
                exposure:
                  public: false
                """;

        assertThat(with(Optional.of(old), MUST, NEVER)).isEqualTo("""
                # mine
                version: 1
                rules:
                - must: x -> y   # why not
                  why: it is so
                - must: a -> b:80
                - must-not: lan -> b
                  why: "nobody: \\"else\\" # there"

                # how public
                exposure:
                  public: false
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 1\nrules: []\n",
                "version: 1\nrules: [] # none yet\n",
                "version: 1\nrules:\n",
                "version: 1\nrules:\nexposure:\n  public: true\n",
                "version: 1\ngroups:\n  g: [a]",
                "version: 1\r\nrules:\r\n  - must: x -> y\r\n",
                "version: 1\nrules: [{must: x -> y}]\n",
                "{version: 1}\n",
                "{version: 1, rules: []}\n",
                "# only a comment",
                "version: 1\nrules:\n    - must: x -> y",
            })
    void everyShapeOfFileTakesARule(String old) throws Exception {
        Rules before = RulesReader.parse("bulkhead.yml", old);

        String text = with(Optional.of(old), MUST, NEVER);

        Rules after = RulesReader.parse("bulkhead.yml", text);
        assertThat(after.rules()).hasSize(before.rules().size() + 2);
        assertThat(after.rules().getLast().why()).contains("nobody: \"else\" # there");
        assertThat(after.groups().keySet()).isEqualTo(before.groups().keySet());
        assertThat(after.exposure().isPublic()).isEqualTo(before.exposure().isPublic());
        assertThat(text.contains("\r\n")).isEqualTo(old.contains("\r\n"));
    }

    @Test
    void whatStandsThereIsNotAddedAgain() throws Exception {
        String old = "version: 1\nrules:\n  - must: a -> b:80\n";

        assertThat(with(Optional.of(old), MUST, MUST)).isEqualTo(old);
    }

    @Test
    void aFileThatIsNoRulesFileIsLeftAlone() {
        assertThatThrownBy(() -> with(Optional.of("rules: 7\n"), MUST))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("bulkhead.yml:1");
    }

    private static String with(Optional<String> old, Rule.Statement... rules) throws ComposeException {
        return RulesText.with("bulkhead.yml", old, List.of(rules));
    }
}
