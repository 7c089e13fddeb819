package dev.bulkhead.workspace.imported;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class ImportedStacks2010IT extends ImportedStacks {

    ImportedStacks2010IT(PrivateEngine engine) {
        super(engine);
    }
}
