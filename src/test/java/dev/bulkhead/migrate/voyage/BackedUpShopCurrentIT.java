package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class BackedUpShopCurrentIT extends BackedUpShop {

    BackedUpShopCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
