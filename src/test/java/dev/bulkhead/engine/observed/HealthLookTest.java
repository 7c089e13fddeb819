package dev.bulkhead.engine.observed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthLookTest {

    @Test
    void itIsToldInOneLine() {
        assertThat(new HealthLook(1, "HTTP request sent\n  server answered 503.\n").text())
                .isEqualTo("its last health check ended with 1 and said: HTTP request sent server answered 503");
        assertThat(new HealthLook(7, " \n").text()).isEqualTo("its last health check ended with 7 and said nothing");
    }

    @Test
    void whatTheEngineSaysOfItHasNoCode() {
        assertThat(new HealthLook(-1, "Health check exceeded timeout (5s)").text())
                .isEqualTo("its last health check said: Health check exceeded timeout (5s)");
    }

    @Test
    void ofALongOneTheEndIsTold() {
        assertThat(new HealthLook(1, "a".repeat(4000) + " refused").text())
                .isEqualTo("its last health check ended with 1 and said: … " + "a".repeat(192) + " refused");
    }
}
