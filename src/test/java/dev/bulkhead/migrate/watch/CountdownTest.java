package dev.bulkhead.migrate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountdownTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
    private final Countdown countdown = new Countdown(clock::get);

    @Test
    void aStretchLastsFromWhenItIsFirstAskedFor() {
        assertThat(countdown.elapsed("on probation")).isZero();
        clock.addAndGet(30); // a clock of nanoseconds may run over
        assertThat(countdown.elapsed("on probation")).isEqualTo(Duration.ofNanos(30));
    }

    @Test
    void anotherStretchBeginsAtNothing() {
        countdown.elapsed("cut off at line 7");
        clock.addAndGet(30);
        assertThat(countdown.elapsed("cut off at line 9")).isZero();
        clock.addAndGet(5);
        assertThat(countdown.elapsed("cut off at line 9")).isEqualTo(Duration.ofNanos(5));
    }
}
