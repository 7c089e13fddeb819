package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.GatewayContractTest;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;

@WithEngine(EngineRelease.CURRENT)
class DockerCurrentGatewayIT extends GatewayContractTest {

    DockerCurrentGatewayIT(PrivateEngine engine) throws IOException {
        super(DockerUnderTest.on(engine));
    }

    @Override
    public Traits traits() {
        return new Traits(true, true, true);
    }
}
