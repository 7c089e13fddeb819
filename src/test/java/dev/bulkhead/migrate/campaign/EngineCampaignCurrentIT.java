package dev.bulkhead.migrate.campaign;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class EngineCampaignCurrentIT extends EngineCampaign {

    EngineCampaignCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
