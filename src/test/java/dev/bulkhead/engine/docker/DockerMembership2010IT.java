package dev.bulkhead.engine.docker;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;

@WithEngine(EngineRelease.DEBIAN_12)
class DockerMembership2010IT extends DockerMembership {

    DockerMembership2010IT(PrivateEngine engine) throws IOException {
        super(engine);
    }
}
