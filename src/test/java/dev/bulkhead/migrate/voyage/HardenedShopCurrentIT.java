package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class HardenedShopCurrentIT extends HardenedShop {

    HardenedShopCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
