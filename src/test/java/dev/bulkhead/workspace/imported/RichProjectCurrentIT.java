package dev.bulkhead.workspace.imported;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class RichProjectCurrentIT extends RichProject {

    RichProjectCurrentIT(PrivateEngine engine) {
        super(engine);
    }
}
