package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.MembershipContract;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;

@WithEngine(EngineRelease.DEBIAN_12)
class DockerMembership2010IT extends MembershipContract {

    DockerMembership2010IT(PrivateEngine engine) throws IOException {
        super(DockerUnderTest.on(engine));
    }
}
