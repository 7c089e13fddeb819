package dev.bulkhead.migrate.proxied;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;

@WithEngine(EngineRelease.DEBIAN_12)
class CaddyPorts2010IT extends CaddyPorts {}
