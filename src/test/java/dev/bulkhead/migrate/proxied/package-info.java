/** Iterations that change a reverse proxy, on real engines: with real Caddy, real Prometheus, and stand-ins that read labels. */
@NullMarked
package dev.bulkhead.migrate.proxied;

import org.jspecify.annotations.NullMarked;
