package dev.bulkhead.reach.truth;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class TruthWithSettingsCurrentIT extends SettingsTrials {

    TruthWithSettingsCurrentIT() {
        super(EngineRelease.CURRENT);
    }
}
