package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class EngineGone2010IT extends EngineGone {

    EngineGone2010IT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
