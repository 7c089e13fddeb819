package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@WithEngine(EngineRelease.DEBIAN_12)
class Docker2010GatewayIT extends DockerContract {

    Docker2010GatewayIT(PrivateEngine engine) throws IOException {
        super(engine);
    }

    @Override
    public Traits traits() {
        return new Traits(false, false, false);
    }

    @Test
    void tellsWhatItWritesItsPacketRulesWithIfItKnowsHow() throws EngineException {
        engine().observer().observe();

        assertThat(engine().observer().info().firewall()).isEmpty();
    }
}
