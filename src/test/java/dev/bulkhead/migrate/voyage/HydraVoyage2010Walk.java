package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

/** The same on an engine that moves default routes; not in the lane for its minutes: {@code installers/test.sh HydraVoyage2010Walk}. */
@WithEngine(EngineRelease.DEBIAN_12)
class HydraVoyage2010Walk extends HydraVoyage {}
