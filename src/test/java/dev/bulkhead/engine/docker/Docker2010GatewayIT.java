package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.GatewayContractTest;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;

@WithEngine(EngineRelease.DEBIAN_12)
class Docker2010GatewayIT extends GatewayContractTest {

    Docker2010GatewayIT(PrivateEngine engine) throws IOException {
        super(DockerUnderTest.on(engine));
    }

    @Override
    public Traits traits() {
        return new Traits(false, false, false);
    }
}
