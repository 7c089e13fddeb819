package dev.bulkhead.cli;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class OwnPlaybookCurrentIT extends OwnPlaybook {

    OwnPlaybookCurrentIT(PrivateEngine engine) throws Exception {
        super(engine);
    }
}
