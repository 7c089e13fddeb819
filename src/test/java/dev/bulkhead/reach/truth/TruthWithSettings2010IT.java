package dev.bulkhead.reach.truth;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class TruthWithSettings2010IT extends SettingsTrials {

    TruthWithSettings2010IT() {
        super(EngineRelease.DEBIAN_12);
    }
}
