package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class LiveOutsidersCurrentIT extends LiveOutsiders {

    LiveOutsidersCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
