package dev.bulkhead.check.engine;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class EngineRefusals2010IT extends EngineRefusals {}
