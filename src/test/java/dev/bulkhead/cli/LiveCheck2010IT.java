package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class LiveCheck2010IT extends LiveCheck {

    LiveCheck2010IT(PrivateEngine engine) {
        super(engine, true);
    }
}
