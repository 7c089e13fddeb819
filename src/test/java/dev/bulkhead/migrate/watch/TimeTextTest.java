package dev.bulkhead.migrate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeTextTest {

    @Test
    void secondsMinutesAndHoursAreRead() {
        assertThat(TimeText.read("90s")).contains(Duration.ofSeconds(90));
        assertThat(TimeText.read("10m")).contains(Duration.ofMinutes(10));
        assertThat(TimeText.read("2h")).contains(Duration.ofHours(2));
    }

    @Test
    void nothingElseIsATime() {
        assertThat(TimeText.read("10")).isEmpty();
        assertThat(TimeText.read("0s")).isEmpty();
        assertThat(TimeText.read("-5m")).isEmpty();
        assertThat(TimeText.read("ten minutes")).isEmpty();
    }

    @Test
    void timesAreWrittenForPeople() {
        assertThat(TimeText.of(Duration.ofSeconds(5))).isEqualTo("5 s");
        assertThat(TimeText.of(Duration.ofSeconds(572))).isEqualTo("9 min 32 s");
        assertThat(TimeText.of(Duration.ofMinutes(10))).isEqualTo("10 min");
        assertThat(TimeText.of(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
        assertThat(TimeText.of(Duration.ofSeconds(-3))).isEqualTo("0 s");
    }
}
