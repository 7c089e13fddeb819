package dev.bulkhead.migrate.campaign;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class EngineCampaignCurrentIT extends EngineCampaign {

    EngineCampaignCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
