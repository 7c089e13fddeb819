package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class LiveTruth2010IT extends LiveTruth {

    LiveTruth2010IT(PrivateEngine engine) {
        super(engine);
    }
}
