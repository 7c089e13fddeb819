package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class LiveOutsiders2010IT extends LiveOutsiders {

    LiveOutsiders2010IT(PrivateEngine engine) {
        super(engine);
    }
}
