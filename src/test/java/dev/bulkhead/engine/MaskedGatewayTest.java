package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.SecretValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MaskedGatewayTest {

    private final PracticeEngine engine = new PracticeEngine(PracticeTimer.immediate(Instant.EPOCH));
    private final EngineGateway gateway = new MaskedGateway(
            engine, SecretValues.of(Map.of("DB_PASSWORD", "planted-password", "TZ", "Europe/Berlin")));

    @Test
    void failuresKeepEverythingButSecrets() {
        engine.faults()
                .failNext(PracticeCall.CREATE_NETWORK, "dmz", "invalid option planted-password in Europe/Berlin.");

        assertThatThrownBy(() -> gateway.createNetwork(new NetworkSpec("dmz", NetworkOptions.defaults(), List.of())))
                .isInstanceOf(EngineException.class)
                .hasMessage("invalid option *** in Europe/Berlin.")
                .hasNoCause();
    }

    @Test
    void anEngineThatGoesAwaySaysNoSecretsEither() throws Exception {
        List<EngineEvent> heard = new CopyOnWriteArrayList<>();
        try (var _ = gateway.watch(heard::add)) {
            engine.goAway("No engine answers at tcp://me:planted-password@host:2376.");
        }

        assertThat(heard.getLast())
                .isEqualTo(new EngineEvent.Disconnected("No engine answers at tcp://me:***@host:2376.", 1, 0));
    }

    @Test
    void whatIsObservedIsToldAsItIs() throws Exception {
        assertThat(gateway.observe()).isEqualTo(engine.observe());
    }
}
