package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.canvas.model.Difference.Kind;
import dev.bulkhead.ui.canvas.model.ServiceState.Health;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What deviates has a shape and a word, and what does not has neither. */
class CardStateTest {

    private static final ServiceState HEALTHY = new ServiceState(Health.HEALTHY, "healthy 3 d");
    private static final ServiceState STOPPED = new ServiceState(Health.STOPPED, "stopped");

    @Test
    void aServiceThatRunsAsItsFilesSayHasNoMark() {
        CardState state = state(HEALTHY, Kind.NONE);

        assertThat(state.word()).isEmpty();
        assertThat(state.hollow()).isFalse();
        assertThat(state.unhealthy()).isFalse();
        assertThat(state.difference().amber()).isFalse();
    }

    @Test
    void whatIsNotKnownHasNoMarkEither() {
        assertThat(state(ServiceState.UNKNOWN, Kind.NONE).word()).isEmpty();
        assertThat(state(HEALTHY.lastKnown(), Kind.NONE).word()).isEmpty();
        assertThat(HEALTHY.lastKnown().words()).isEqualTo("not known; when the engine was last heard: healthy 3 d");
    }

    @Test
    void whatDoesNotRunIsHollowWithItsWord() {
        assertThat(state(STOPPED, Kind.STOPPED).hollow()).isTrue();
        assertThat(state(STOPPED, Kind.STOPPED).word()).isEqualTo("stopped");
        assertThat(state(ServiceState.UNKNOWN, Kind.MISSING).hollow()).isTrue();
        assertThat(state(ServiceState.UNKNOWN, Kind.MISSING).word()).isEqualTo("not on the engine");
        // A service that only sometimes runs is stopped without any difference from its files.
        assertThat(state(STOPPED, Kind.NONE).hollow()).isTrue();
        assertThat(state(STOPPED, Kind.NONE).word()).isEqualTo("stopped");
    }

    @Test
    void whatRunsOtherwiseThanTheFilesSayIsAmberWithItsWord() {
        assertThat(state(HEALTHY, Kind.DIFFERS).difference().amber()).isTrue();
        assertThat(state(HEALTHY, Kind.DIFFERS).word()).isEqualTo("engine differs");
        assertThat(state(HEALTHY, Kind.DIFFERS).hollow()).isFalse();
        assertThat(state(HEALTHY, Kind.PENDING).difference().amber()).isFalse();
        assertThat(state(HEALTHY, Kind.PENDING).word()).isEqualTo("waits to be deployed");
    }

    @Test
    void aFailingHealthCheckIsToldBeforeADifference() {
        CardState state = state(new ServiceState(Health.UNHEALTHY, "unhealthy 4 min"), Kind.DIFFERS);

        assertThat(state.unhealthy()).isTrue();
        assertThat(state.word()).isEqualTo("unhealthy 4 min");
    }

    @Test
    void howLongAHealthyServiceRunsChangesNoCard() {
        assertThat(state(HEALTHY, Kind.NONE)
                        .looksLike(state(new ServiceState(Health.HEALTHY, "healthy 4 d"), Kind.NONE)))
                .isTrue();
        assertThat(state(HEALTHY, Kind.NONE).looksLike(state(STOPPED, Kind.NONE)))
                .isFalse();
    }

    @Test
    void whatMostHaveInCommonIsOnNoCardAndTheOthersSayHowTheyAre() {
        CommonState waiting = new CommonState(Kind.PENDING, 16, 19, 0, 7);
        CommonState missing = new CommonState(Kind.MISSING, 16, 19, 0, 7);

        assertThat(state(HEALTHY, Kind.PENDING, waiting).word()).isEmpty();
        assertThat(state(HEALTHY, Kind.PENDING, waiting).deviates()).isFalse();
        assertThat(state(HEALTHY, Kind.NONE, waiting).word()).isEqualTo("up to date");
        assertThat(state(HEALTHY, Kind.DIFFERS, waiting).word()).isEqualTo("engine differs");
        assertThat(state(STOPPED, Kind.PENDING, waiting).hollow()).isTrue();
        assertThat(state(STOPPED, Kind.PENDING, waiting).word()).isEqualTo("stopped");
        assertThat(state(ServiceState.UNKNOWN, Kind.MISSING, missing).hollow()).isFalse();
        assertThat(state(ServiceState.UNKNOWN, Kind.MISSING, missing).word()).isEmpty();
        assertThat(state(HEALTHY, Kind.NONE, missing).word()).isEqualTo("on the engine");
    }

    private static CardState state(ServiceState live, Kind kind, CommonState common) {
        return new CardState(live, new Difference(kind, List.of()), List.of(), common);
    }

    private static CardState state(ServiceState live, Kind kind) {
        return new CardState(live, new Difference(kind, List.of()), List.of());
    }
}
