package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@WithEngine(EngineRelease.CURRENT)
class DockerCurrentGatewayIT extends DockerContract {

    DockerCurrentGatewayIT(PrivateEngine engine) throws IOException {
        super(engine);
    }

    @Override
    public Traits traits() {
        return new Traits(true, true, true);
    }

    @Test
    void tellsWhatItWritesItsPacketRulesWithIfItKnowsHow() throws EngineException {
        engine().observer().observe();

        assertThat(engine().observer().info().firewall()).contains("iptables");
    }
}
