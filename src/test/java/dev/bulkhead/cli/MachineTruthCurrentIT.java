package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class MachineTruthCurrentIT extends MachineTruth {

    MachineTruthCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
