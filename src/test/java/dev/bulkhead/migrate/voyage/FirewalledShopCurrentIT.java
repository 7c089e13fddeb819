package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Test;

@WithEngine(EngineRelease.CURRENT)
class FirewalledShopCurrentIT extends FirewalledShop {

    FirewalledShopCurrentIT(PrivateEngine engine) {
        super(engine);
    }

    /** The kernel is the same whatever the engine, so one of them is enough. */
    @Test
    void withNftablesTheServiceThatFollowsKeepsUpByItself() throws Exception {
        followWithNftables();
    }
}
