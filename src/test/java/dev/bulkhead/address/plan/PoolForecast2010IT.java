package dev.bulkhead.address.plan;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class PoolForecast2010IT extends PoolForecastContract {

    PoolForecast2010IT(PrivateEngine engine) {
        super(engine);
    }
}
