package dev.bulkhead.workspace.imported;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class RichProject2010IT extends RichProject {

    RichProject2010IT(PrivateEngine engine) {
        super(engine);
    }
}
