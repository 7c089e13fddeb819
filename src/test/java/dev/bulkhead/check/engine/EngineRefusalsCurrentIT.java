package dev.bulkhead.check.engine;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class EngineRefusalsCurrentIT extends EngineRefusals {}
