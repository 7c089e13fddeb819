package dev.bulkhead.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void ordinarySentencesStayAsTheyAre() {
        assertThat(OneLine.of("compose.yml:3:9: café needs an image; add one."))
                .isEqualTo("compose.yml:3:9: café needs an image; add one.");
    }

    @Test
    void whatATerminalWouldObeyIsWrittenAsAnEscape() {
        assertThat(OneLine.of("a\nb\r\n\tc\u001b[31m\u2028d")).isEqualTo("a\\nb\\r\\n\\tc\\u001b[31m\\u2028d");
    }

    @Test
    void aPageKeepsItsBeginningAndItsRemedy() {
        String line = OneLine.of("a.yml:1: " + "x".repeat(5_000) + " is wrong; remove it.");

        assertThat(line).hasSizeLessThan(1_100).startsWith("a.yml:1: xxx").endsWith("xxx is wrong; remove it.");
    }
}
