package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class TiersApartCurrentIT extends TiersApart {

    TiersApartCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
