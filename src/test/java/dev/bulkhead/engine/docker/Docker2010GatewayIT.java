package dev.bulkhead.engine.docker;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;

@WithEngine(EngineRelease.DEBIAN_12)
class Docker2010GatewayIT extends DockerContract {

    Docker2010GatewayIT(PrivateEngine engine) throws IOException {
        super(engine);
    }

    @Override
    protected Traits traits() {
        return new Traits(false, false, false);
    }
}
