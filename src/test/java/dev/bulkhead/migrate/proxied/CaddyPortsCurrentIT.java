package dev.bulkhead.migrate.proxied;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.CURRENT)
class CaddyPortsCurrentIT extends CaddyPorts {}
