package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ObservedContainer.Health;
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
        try (var _ = gateway().watch(events::add)) {
            Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());
        }

        assertThat(events.getFirst())
                .isEqualTo(new EngineEvent.Connected(gateway().info(), gateway().observe()));
    }

    @Test
    default void aWatcherFollowsEveryChange() throws Exception {
        Follower follower = new Follower();
        try (var _ = gateway().watch(follower)) {
            up("client", "web", "guest");
            awaitHealth("web", Health.HEALTHY);
            gateway().createNetwork(plain("extra", "172.30.9.0/24"));
            connect("extra", "client", EndpointSpec.PLAIN);
            gateway().stop(container("guest").name(), Duration.ofSeconds(1));
            runner().remove(project(), List.of("guest"), line -> {});
            gateway().createNetwork(plain("brief", "172.30.10.0/24"));
            gateway().removeNetwork("brief");
            ObservedState now = gateway().observe();

            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(follower.live().state()).isEqualTo(now));
        }
    }

    @Test
    default void aWatcherHearsOfHealth() throws Exception {
        Follower follower = new Follower();
        try (var _ = gateway().watch(follower)) {
            up("web");
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> follower.live()
                            .state()
                            .container("contract", "web")
                            .map(c -> c.status().health() == Health.HEALTHY)
                            .orElse(false));
        }

        assertThat(follower.healths("web")).containsSubsequence(Health.STARTING, Health.HEALTHY);
    }

    @Test
    default void aSettledWatchHasToldWhatWasDoneBefore() throws Exception {
        Follower follower = new Follower();
        try (var watch = gateway().watch(follower)) {
            for (int round = 0; round < 5; round++) {
                gateway().createNetwork(plain("settled", "172.30.9.0/24"));
                watch.settle(LIMIT);
                assertThat(follower.live().state().network("settled")).isPresent();
                gateway().removeNetwork("settled");
                watch.settle(LIMIT);
                assertThat(follower.live().state().network("settled")).isEmpty();
            }
        }
    }

    @Test
    default void settlingNeverPutsAnOlderStateOverANewerOne() throws Exception {
        Follower follower = new Follower();
        try (var watch = gateway().watch(follower)) {
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
        EngineGateway.Watch watch = gateway().watch(events::add);
        Awaitility.await().atMost(LIMIT).until(() -> !events.isEmpty());
        watch.close();
        Follower other = new Follower();
        try (var _ = gateway().watch(other)) {
            gateway().createNetwork(plain("late", "172.30.9.0/24"));
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
                    .flatMap(s -> s.state().container("contract", service).stream())
                    .map(c -> c.status().health())
                    .toList();
        }
    }
}
