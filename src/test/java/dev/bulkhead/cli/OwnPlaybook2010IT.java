package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class OwnPlaybook2010IT extends OwnPlaybook {

    OwnPlaybook2010IT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
