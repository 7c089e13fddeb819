package dev.bulkhead.reach.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedHostsReaderTest {

    @Test
    void namesAreKeptInFileOrderWithTheirPlaces() throws Exception {
        Rules rules = RulesReader.parse(
                Rules.FILE, "version: 1\nhosts:\n  borea: ssh://admin@borea\n  atlas: unix:///var/run/docker.sock\n");

        assertThat(rules.hosts()).extracting(StatedHost::name).containsExactly("borea", "atlas");
        assertThat(rules.hosts().getFirst().address()).isEqualTo("ssh://admin@borea");
        assertThat(rules.hosts().getFirst().at()).hasToString("bulkhead.yml:3:3");
        assertThat(RulesReader.parse(Rules.FILE, "hosts:\n").hosts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hosts: [atlas]                    | 1:8: hosts has to be a mapping; write each host as NAME: ADDRESS, for instance atlas: ssh://admin@atlas.
            hosts: {atlas: }                  | 1:15: host atlas has no address of an engine; write one as --engine takes it, such as unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host.
            hosts: {atlas: 10.0.0.5}          | 1:16: host atlas has no address of an engine; write one as --engine takes it, such as unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host.
            hosts: {practice: ssh://a@b}      | 1:9: 'practice' is no name of a host; write letters, digits, dots, dashes and underscores, at most 63, and not practice.
            hosts: {a b: ssh://a@b}           | 1:9: 'a b' is no name of a host; write letters, digits, dots, dashes and underscores, at most 63, and not practice.
            hosts: {a: ssh://x@y, b: ssh://x@y} | 1:26: hosts a and b have one address; give each its own, or take one of the two away.
            """)
    void namesThePlaceOfAFaultAndWhatWouldBeRight(String text, String message) {
        assertThatThrownBy(() -> RulesReader.parse(Rules.FILE, text))
                .isInstanceOf(ComposeException.class)
                .hasMessage("bulkhead.yml:" + message);
    }
}
