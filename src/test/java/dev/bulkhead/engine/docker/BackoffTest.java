package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    /** A generator whose every answer is the largest below 1. */
    private static final RandomGenerator HIGHEST = () -> -1L;

    private static final RandomGenerator LOWEST = () -> 0L;

    private static LongStream millis(Backoff backoff) {
        return IntStream.rangeClosed(1, 8).mapToLong(n -> backoff.after(n).toMillis());
    }

    @Test
    void everyWaitIsTwiceTheOneBeforeUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.2, LOWEST);

        assertThat(millis(backoff)).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void chanceAddsAtMostItsShare() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0.2, HIGHEST);

        assertThat(millis(backoff)).containsExactly(600L, 1200L, 2400L, 4800L, 9600L, 19_200L, 36_000L, 36_000L);
    }

    @Test
    void manyFailuresDoNotOverflow() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), 0, LOWEST);

        assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }
}
