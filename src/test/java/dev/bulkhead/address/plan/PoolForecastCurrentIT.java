package dev.bulkhead.address.plan;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class PoolForecastCurrentIT extends PoolForecastContract {

    PoolForecastCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
