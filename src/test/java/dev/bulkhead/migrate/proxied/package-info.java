/** Iterations that change a reverse proxy, on real engines: with real Caddy, real Prometheus, and stand-ins that read labels. */
package dev.bulkhead.migrate.proxied;
