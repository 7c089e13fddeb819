package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class LiveOutsiders2010IT extends LiveOutsiders {

    LiveOutsiders2010IT(PrivateEngine engine) {
        super(engine);
    }
}
