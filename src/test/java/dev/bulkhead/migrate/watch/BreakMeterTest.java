package dev.bulkhead.migrate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BreakMeterTest {

    private static final String FLOW = "traefik -> jellyfin:8096";

    private final BreakMeter meter = new BreakMeter(Set.of(FLOW), Set.of("jellyfin"));

    @Test
    void aFlowThatFailsForTenSecondsIsABreak() {
        assertThat(meter.see(look(true, true), at(0))).isEmpty();
        assertThat(meter.see(look(false, true), at(3))).isEmpty();
        assertThat(meter.see(look(false, true), at(12))).isEmpty();
        assertThat(meter.see(look(false, true), at(13)))
                .contains("The flow traefik -> jellyfin:8096 has failed for 10 s.");
    }

    @Test
    void aFlowThatWorksInBetweenBeginsAnew() {
        meter.see(look(false, true), at(0));
        meter.see(look(true, true), at(9));
        assertThat(meter.see(look(false, true), at(10))).isEmpty();
        assertThat(meter.see(look(false, true), at(19))).isEmpty();
    }

    @Test
    void aFlowThatNeverWorkedIsNoBreak() {
        BreakMeter unknown = new BreakMeter(Set.of(), Set.of());
        unknown.see(look(false, true), at(0));
        assertThat(unknown.see(look(false, true), at(60))).isEmpty();
        assertThat(unknown.failing()).isEmpty();
        assertThat(unknown.tally()).isEqualTo(new BreakMeter.Tally(2, 0, 0, 0, 1, 1));
    }

    @Test
    void aFlowThatWasSeenToWorkIsOneFromThenOn() {
        BreakMeter unknown = new BreakMeter(Set.of(), Set.of());
        unknown.see(look(true, true), at(0));
        unknown.see(look(false, true), at(1));
        assertThat(unknown.see(look(false, true), at(11))).isPresent();
    }

    @Test
    void aServiceThatIsNotReadyForThirtySecondsIsABreak() {
        meter.see(look(true, false), at(0));
        assertThat(meter.see(look(true, false), at(29))).isEmpty();
        assertThat(meter.see(look(true, false), at(30))).contains("Service jellyfin has not been ready for 30 s.");
    }

    @Test
    void aServiceWhoseContainerIsGoneIsNotReady() {
        Look gone = new Look(new TreeMap<>(Map.of(FLOW, true)), new TreeMap<>());
        meter.see(gone, at(0));
        assertThat(meter.see(gone, at(30))).contains("Service jellyfin has not been ready for 30 s.");
    }

    @Test
    void aSilentEngineIsNoBreakAndTheMeasureBeginsAnewAfterIt() {
        meter.see(look(false, false), at(0));
        meter.silence();
        assertThat(meter.see(look(false, false), at(60))).isEmpty();
        assertThat(meter.see(look(false, false), at(69))).isEmpty();
        assertThat(meter.see(look(false, false), at(70))).isPresent();
    }

    @Test
    void whatFailsNowIsToldBeforeItCounts() {
        meter.see(look(true, true), at(0));
        meter.see(look(false, true), at(1));
        assertThat(meter.failing()).containsExactly(FLOW);
        assertThat(meter.tally()).isEqualTo(new BreakMeter.Tally(4, 1, 0, 1, 1, 1));
        assertThat(meter.tally().text()).isEqualTo("4 probes made, 1 failed");
    }

    private static Look look(boolean flow, boolean service) {
        return new Look(new TreeMap<>(Map.of(FLOW, flow)), new TreeMap<>(Map.of("jellyfin", service)));
    }

    private static Duration at(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
