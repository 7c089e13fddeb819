package dev.bulkhead.migrate.outside;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class StartFirst2010IT extends StartFirstOnEngine {}
