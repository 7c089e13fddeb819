package dev.bulkhead.workspace.imported;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class ImportedStacksCurrentIT extends ImportedStacks {

    ImportedStacksCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
