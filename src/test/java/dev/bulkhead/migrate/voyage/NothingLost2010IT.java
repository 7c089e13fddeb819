package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class NothingLost2010IT extends NothingLost {

    NothingLost2010IT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
