package dev.bulkhead.migrate.outside;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class StartFirst2010IT extends StartFirstOnEngine {}
