package dev.bulkhead.migrate.voyage;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class MediaServerRetirementCurrentIT extends MediaServerRetirement {}
