package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class FirewalledShopCurrentIT extends FirewalledShop {

    FirewalledShopCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
