package dev.bulkhead.compose.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.compose.ComposeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFaultTest {

    private static String complaint(String text) {
        ComposeException fault =
                catchThrowableOfType(ComposeException.class, () -> YamlReader.parse("compose.yaml", text));
        assertThat(fault).as("complaint about %s", text).isNotNull();
        return String.valueOf(fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            services:~\\tweb: x          | compose.yaml:2:1: a tab indents this line, which YAML forbids; use spaces.
            a: 1~b: 2~a: 3               | compose.yaml:3:1: the key a stands here a second time, first in line 1; merge the two.
            a: "never closed             | compose.yaml:1:4: the quote that opens here is never closed; add the closing quote.
            a: b: c                      | compose.yaml:1:5: a second key starts here where a value stands; check the indentation, or quote a value that holds ': '.
            a: @x                        | compose.yaml:1:4: a value cannot start with this character; put the value in quotes.
            a: [1, 2~b: c                | compose.yaml:2:2: a ',' or ']' is missing before this place; complete the list in brackets.
            a: *b                        | compose.yaml:1:4: the alias *b names no anchor before it; define &b above, or quote the value if it is meant as text.
            a: &b [*b]                   | compose.yaml:1:8: the alias *b stands inside the value of &b, which would contain itself; take it out.
            [a, b]: c                    | compose.yaml:1:1: a key has to be text, not a list or a mapping; write it as text.
            a:~  - b~ c: d               | compose.yaml:3:2: this line does not line up with those above; indent it like the entries it belongs to.
            key: - a                     | compose.yaml:1:6: a list item cannot start here; put the list on the lines below its key.
            """)
    void namesThePlaceTheFaultAndTheRemedy(String text, String sentence) {
        assertThat(complaint(text.replace('~', '\n').replace("\\t", "\t"))).isEqualTo(sentence);
    }

    @Test
    void refusesControlCharacters() {
        assertThat(complaint("a: b\nc: \u0007\n"))
                .isEqualTo("compose.yaml:2:4: the character U+0007 is not allowed in YAML; remove it, or write it as an"
                        + " escape in double quotes.");
    }

    @Test
    void refusesAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        assertThat(complaint(bomb.toString())).contains("aliases counted in full");
    }

    @Test
    void refusesDeepNestingAtOnce() {
        assertThat(complaint("[".repeat(1_000_000))).contains("nest deeper than 100 levels");
    }

    @Test
    void refusesDeepBlockNestingAtOnce() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(complaint(deep.toString())).contains("nest deeper than 100 levels");
    }
}
