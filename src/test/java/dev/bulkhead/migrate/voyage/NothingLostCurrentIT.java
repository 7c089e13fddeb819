package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class NothingLostCurrentIT extends NothingLost {

    NothingLostCurrentIT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
