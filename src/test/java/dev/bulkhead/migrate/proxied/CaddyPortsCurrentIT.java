package dev.bulkhead.migrate.proxied;

import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.WithEngine;
import org.junit.jupiter.api.Tag;

/** By labels the same way is gone in the ordinary lane ({@link CaddyLabelPortsCurrentIT}), and a Caddyfile there by {@link SecuredCaddyCurrentIT}. */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class CaddyPortsCurrentIT extends CaddyPorts {}
