package dev.bulkhead.migrate.proxied;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class MediaServerPortsCurrentIT extends MediaServerPorts {}
