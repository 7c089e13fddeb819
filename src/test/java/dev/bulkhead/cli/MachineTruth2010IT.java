package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class MachineTruth2010IT extends MachineTruth {

    MachineTruth2010IT(PrivateEngine engine) {
        super(engine);
    }
}
