package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopbackPortCheckTest {

    @Test
    void findsThemWithAnEngineBefore28() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17", ports: ["127.0.0.1:5432:5432", "[::1]:5432:5432", "5433:5433"]}
                """)
                        .around(reach -> reach.withEngineMajor(27))
                        .lines("loopback-port"))
                .containsExactly(
                        "warning 2:38 Port 127.0.0.1:5432:5432 of service db is meant for the host alone, but with engine 27 machines of the same network segment reach it.");
    }

    @Test
    void isContentWithEngine28() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17", ports: ["127.0.0.1:5432:5432", "[::1]:5432:5432", "5433:5433"]}
                """)
                        .around(reach -> reach.withEngineMajor(28))
                        .lines("loopback-port"))
                .isEmpty();
    }

    @Test
    void doesNotGuessTheEngine() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17", ports: ["127.0.0.1:5432:5432", "[::1]:5432:5432", "5433:5433"]}
                """).lines("loopback-port")).isEmpty();
    }
}
