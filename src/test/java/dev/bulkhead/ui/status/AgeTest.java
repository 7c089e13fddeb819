package dev.bulkhead.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How old a figure is, in words that do not jump. */
class AgeTest {

    private static final Instant NOW = Instant.parse("2026-01-05T14:02:10Z");

    @Test
    void whatIsOldIsToldInLargerSteps() {
        Age age = new Age(NOW, ZoneOffset.UTC);

        assertThat(age.of(NOW)).isEqualTo("just now (14:02:10)");
        assertThat(age.of(NOW.minusSeconds(13))).isEqualTo("10 s ago (14:01:57)");
        assertThat(age.of(NOW.minusSeconds(185))).isEqualTo("3 min ago (13:59:05)");
        assertThat(age.of(NOW.minusSeconds(7300))).isEqualTo("2 h ago (12:00:30)");
        assertThat(age.of(NOW.minusSeconds(86_400 * 2))).isEqualTo("2026-01-03 14:02:10");
    }
}
