package dev.bulkhead.migrate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DowntimeMeterTest {

    private static final Instant START = Instant.parse("2026-01-05T14:00:00Z");

    private final DowntimeMeter meter = new DowntimeMeter("shop");

    private void see(long millis, ObservedContainer... containers) {
        meter.see(new ObservedState(List.of(), List.of(containers)), START.plusMillis(millis));
    }

    private static ObservedContainer proxy(String id, RunState state, Health health) {
        return new ObservedContainer(
                id,
                "proxy",
                "traefik",
                Map.of(ObservedContainer.PROJECT_LABEL, "shop", ObservedContainer.SERVICE_LABEL, "proxy"),
                new ObservedContainer.Status(state, health, Optional.of(START), 0),
                "flat",
                List.of(),
                List.of());
    }

    @Test
    void countsFromTheStopToTheNextRunAndToTheNextHealthyMoment() {
        see(0, proxy("a", RunState.RUNNING, Health.HEALTHY));
        see(1000, proxy("a", RunState.EXITED, Health.NONE));
        see(1400, proxy("b", RunState.CREATED, Health.NONE));
        see(2100, proxy("b", RunState.RUNNING, Health.STARTING));
        see(5000, proxy("b", RunState.RUNNING, Health.HEALTHY));

        assertThat(meter.total())
                .containsExactly(Map.entry("proxy", new Downtime(Duration.ofMillis(1100), Duration.ofMillis(4000))));
    }

    @Test
    void aContainerBesideTheOldOneIsNoInterruptionYet() {
        see(0, proxy("a", RunState.RUNNING, Health.HEALTHY));
        see(100, proxy("a", RunState.RUNNING, Health.HEALTHY), proxy("b", RunState.CREATED, Health.NONE));

        assertThat(meter.total()).isEmpty();
    }

    @Test
    void aServiceThatOnlyJoinedANetworkWasNeverAway() {
        see(0, proxy("a", RunState.RUNNING, Health.HEALTHY));
        see(100, proxy("a", RunState.RUNNING, Health.HEALTHY));

        assertThat(meter.total()).isEmpty();
    }

    @Test
    void twoInterruptionsAddUp() {
        see(0, proxy("a", RunState.RUNNING, Health.NONE));
        see(1000, proxy("a", RunState.EXITED, Health.NONE));
        see(1500, proxy("b", RunState.RUNNING, Health.NONE));
        see(3000);
        see(3200, proxy("c", RunState.RUNNING, Health.NONE));

        assertThat(meter.total())
                .containsExactly(Map.entry("proxy", new Downtime(Duration.ofMillis(700), Duration.ofMillis(700))));
    }
}
