package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class EngineGoneCurrentIT extends EngineGone {

    EngineGoneCurrentIT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
