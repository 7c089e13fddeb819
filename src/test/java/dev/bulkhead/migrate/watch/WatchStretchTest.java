package dev.bulkhead.migrate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchStretchTest {

    private static final String FLOW = "traefik -> jellyfin:8096";

    @Test
    void looksThatSeeTheSameAreOneStretch() {
        List<WatchStretch> seen = WatchStretch.plus(List.of(), at(1), true, List.of());
        seen = WatchStretch.plus(seen, at(2), true, List.of());
        seen = WatchStretch.plus(seen, at(3), true, List.of());

        assertThat(seen).containsExactly(new WatchStretch(at(1), at(3), true, List.of()));
    }

    @Test
    void aBreakReachesFromTheLookBeforeItToTheLookThatSawItLast() {
        List<WatchStretch> seen = WatchStretch.plus(List.of(), at(1), true, List.of());
        seen = WatchStretch.plus(seen, at(2), true, List.of(FLOW));
        seen = WatchStretch.plus(seen, at(4), true, List.of(FLOW));
        seen = WatchStretch.plus(seen, at(5), true, List.of());

        assertThat(seen)
                .containsExactly(
                        new WatchStretch(at(1), at(1), true, List.of()),
                        new WatchStretch(at(1), at(4), true, List.of(FLOW)),
                        new WatchStretch(at(4), at(5), true, List.of()));
    }

    @Test
    void anEngineThatDoesNotAnswerIsNoBreak() {
        List<WatchStretch> seen = WatchStretch.plus(List.of(), at(1), true, List.of());
        seen = WatchStretch.plus(seen, at(3), false, List.of());

        assertThat(seen.getLast()).isEqualTo(new WatchStretch(at(1), at(3), false, List.of()));
    }

    @Test
    void whatFlapsAllTheTimeKeepsItsNewestStretches() {
        List<WatchStretch> seen = List.of();
        for (int second = 0; second < 2 * WatchStretch.MOST; second++) {
            seen = WatchStretch.plus(seen, at(second), true, second % 2 == 0 ? List.of() : List.of(FLOW));
        }

        assertThat(seen).hasSize(WatchStretch.MOST);
        assertThat(seen.getLast().until()).isEqualTo(at(2 * WatchStretch.MOST - 1));
    }

    private static Duration at(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
