package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.testing.ManualTimer;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStateTest {

    private static final Topology FILES = Topology.of(
            "shop",
            List.of(new Network("front", "front", NetworkOptions.defaults(), List.of())),
            List.of(service("a"), service("b")));

    private final ManualTimer timer = new ManualTimer();
    private final PracticeEngine engine = new PracticeEngine(timer);
    private LiveState live = LiveState.initial();

    @BeforeEach
    void follow() {
        engine.watch(event -> live = live.after(event));
    }

    @Test
    void everyChangeOfTheEngineIsFollowed() throws EngineException {
        engine.up(FILES, List.of("b", "a"), line -> {});
        engine.createNetwork(new NetworkSpec("extra", NetworkOptions.defaults(), List.of(Subnet.of("10.1.0.0/24"))));
        engine.connect("extra", "shop-a-1", EndpointSpec.PLAIN);
        engine.stop("shop-b-1", Duration.ZERO);
        engine.remove(FILES, List.of("b"), line -> {});
        engine.disconnect("extra", "shop-a-1");
        engine.removeNetwork("extra");

        assertThat(live.state()).isEqualTo(engine.observe());
        assertThat(live.current()).isTrue();
    }

    @Test
    void theLastStateIsKeptWhileTheEngineIsGone() throws EngineException {
        engine.up(FILES, List.of("a"), line -> {});
        ObservedState before = engine.observe();
        engine.goAway("It was switched off.");

        assertThat(live)
                .isEqualTo(new LiveState(
                        new LiveState.Connection.Gone(new EngineEvent.Disconnected("It was switched off.", 1, 0)),
                        live.info(),
                        before));
        assertThat(live.current()).isFalse();
    }

    @Test
    void whatHappenedMeanwhileIsThereAfterAReconnect() throws EngineException {
        engine.goAway("It was switched off.");
        engine.comeBack();
        engine.up(FILES, List.of("a"), line -> {});

        assertThat(live.state()).isEqualTo(engine.observe());
    }

    private static Service service(String key) {
        return new Service(
                key,
                new NetworkMode.Networks(),
                List.of(Attachment.to("front")),
                List.of(),
                List.of(),
                List.of(),
                ContainerSpec.ofImage("nginx"));
    }
}
