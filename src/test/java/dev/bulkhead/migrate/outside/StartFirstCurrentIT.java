package dev.bulkhead.migrate.outside;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class StartFirstCurrentIT extends StartFirstOnEngine {}
