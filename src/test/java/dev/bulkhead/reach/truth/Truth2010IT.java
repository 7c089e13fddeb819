package dev.bulkhead.reach.truth;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class Truth2010IT extends TruthTrials {

    Truth2010IT(PrivateEngine engine) {
        super(engine);
    }
}
