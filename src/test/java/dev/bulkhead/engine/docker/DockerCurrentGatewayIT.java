package dev.bulkhead.engine.docker;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;

@WithEngine(EngineRelease.CURRENT)
class DockerCurrentGatewayIT extends DockerContract {

    DockerCurrentGatewayIT(PrivateEngine engine) throws IOException {
        super(engine);
    }

    @Override
    protected Traits traits() {
        return new Traits(true, true, true);
    }
}
