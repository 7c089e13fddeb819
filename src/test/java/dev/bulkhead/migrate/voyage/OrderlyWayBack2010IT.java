package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class OrderlyWayBack2010IT extends OrderlyWayBack {

    OrderlyWayBack2010IT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
