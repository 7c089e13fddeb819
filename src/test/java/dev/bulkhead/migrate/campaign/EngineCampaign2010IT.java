package dev.bulkhead.migrate.campaign;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class EngineCampaign2010IT extends EngineCampaign {

    EngineCampaign2010IT(PrivateEngine engine) {
        super(engine);
    }
}
