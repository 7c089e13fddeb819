package dev.bulkhead.compose.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import org.junit.jupiter.api.Test;

class YamlCommentsTest {

    private static String comments(String text) throws ComposeException {
        StringBuilder found = new StringBuilder();
        YamlComments.of("a.yml", text)
                .forEach(c -> found.append(c.at())
                        .append(" about ")
                        .append(c.about())
                        .append(' ')
                        .append(c.text())
                        .append('\n'));
        return found.toString();
    }

    @Test
    void findsCommentsAndTheLineThatEachIsAbout() throws ComposeException {
        assertThat(comments("""
                # first
                a: 1  # beside

                  # above
                # two, with a blank line below

                b: [x, # inside
                    y]
                # last
                """)).isEqualTo("""
                a.yml:1:1 about 2 # first
                a.yml:2:7 about 2 # beside
                a.yml:4:3 about 7 # above
                a.yml:5:1 about 7 # two, with a blank line below
                a.yml:7:8 about 7 # inside
                a.yml:9:1 about 10 # last
                """);
    }

    @Test
    void leavesTextsAlone() throws ComposeException {
        assertThat(comments("""
                plain: a#b
                single: 'a # b'
                double: "a \\" # b"
                block: |
                  # text
                  more
                url: &x#y http://a/#b
                "key # too": *x#y
                """)).isEmpty();
    }

    @Test
    void countsLinesOfEveryKindOfLineEnd() throws ComposeException {
        assertThat(comments("a: 1\r\n# one\r\nb: 2 # two\r\n")).isEqualTo("""
                a.yml:2:1 about 3 # one
                a.yml:3:6 about 3 # two
                """);
    }
}
