package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class HydraVoyageCurrentIT extends HydraVoyage {}
