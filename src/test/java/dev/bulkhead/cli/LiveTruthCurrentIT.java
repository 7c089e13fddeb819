package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class LiveTruthCurrentIT extends LiveTruth {

    LiveTruthCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
