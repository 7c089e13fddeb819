package dev.bulkhead.reach.truth;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class TruthCurrentIT extends TruthTrials {

    TruthCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
