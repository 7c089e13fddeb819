package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every engine tells alike to those who watch it. */
interface WatchContract extends GatewayBench {

    @Test
    default void aWatcherHearsTheStateFirst() throws Exception {
        up("client");
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        try (var _ = engine().observer().watch(events::add)) {
            Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());
        }

        assertThat(events.getFirst())
                .isEqualTo(new EngineEvent.Connected(
                        engine().observer().info(), engine().observer().observe()));
    }

    @Test
    default void aWatcherFollowsEveryChange() throws Exception {
        Follower follower = new Follower();
        try (var _ = engine().observer().watch(follower)) {
            up("client", "web", "guest");
            awaitHealth("web", Health.HEALTHY);
            engine().networks().createNetwork(plain("extra", "172.30.9.0/24"));
            connect("extra", "client", EndpointSpec.PLAIN);
            engine().containers().stop(container("guest").name(), Duration.ofSeconds(1));
            engine().containers().removeContainer(container("guest").name());
            engine().networks().createNetwork(plain("brief", "172.30.10.0/24"));
            engine().networks().removeNetwork("brief");
            ObservedState now = engine().observer().observe();

            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(follower.live().state()).isEqualTo(now));
        }
    }

    @Test
    default void aWatcherHearsOfHealth() throws Exception {
        Follower follower = new Follower();
        try (var _ = engine().observer().watch(follower)) {
            up("web");
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> follower.live().state().containers("contract", "web").stream()
                            .anyMatch(c -> c.status().health() == Health.HEALTHY));
        }

        assertThat(follower.healths("web")).containsSubsequence(Health.STARTING, Health.HEALTHY);
    }

    @Test
    default void aSettledWatchHasToldWhatWasDoneBefore() throws Exception {
        Follower follower = new Follower();
        try (var watch = engine().observer().watch(follower)) {
            for (int round = 0; round < 5; round++) {
                engine().networks().createNetwork(plain("settled", "172.30.9.0/24"));
                watch.settle(LIMIT);
                assertThat(follower.live().state().network("settled")).isPresent();
                engine().networks().removeNetwork("settled");
                watch.settle(LIMIT);
                assertThat(follower.live().state().network("settled")).isEmpty();
            }
        }
    }

    @Test
    default void settlingNeverPutsAnOlderStateOverANewerOne() throws Exception {
        Follower follower = new Follower();
        try (var watch = engine().observer().watch(follower)) {
            up("web");
            List<Health> seen;
            do {
                watch.settle(LIMIT);
                seen = follower.healths("web");
            } while (!seen.contains(Health.HEALTHY));
            watch.settle(LIMIT);

            List<Health> healths = follower.healths("web");
            assertThat(healths.subList(healths.indexOf(Health.HEALTHY), healths.size()))
                    .containsOnly(Health.HEALTHY);
        }
    }

    @Test
    default void aClosedWatchHearsNothingMore() throws Exception {
        List<EngineEvent> events = new CopyOnWriteArrayList<>();
        EngineObserver.Watch watch = engine().observer().watch(events::add);
        Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());
        watch.close();
        Follower other = new Follower();
        try (var _ = engine().observer().watch(other)) {
            engine().networks().createNetwork(plain("late", "172.30.9.0/24"));
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> other.live().state().network("late").isPresent());
        }

        assertThat(events).hasSize(1);
    }

    /** Folds events and remembers what it saw on the way. */
    final class Follower implements Consumer<EngineEvent> {

        private final List<LiveState> states = new CopyOnWriteArrayList<>(List.of(LiveState.initial()));

        @Override
        public void accept(EngineEvent event) {
            states.add(live().after(event));
        }

        LiveState live() {
            return states.getLast();
        }

        List<Health> healths(String service) {
            return states.stream()
                    .flatMap(s -> s.state().containers("contract", service).stream())
                    .map(c -> c.status().health())
                    .toList();
        }
    }
}
