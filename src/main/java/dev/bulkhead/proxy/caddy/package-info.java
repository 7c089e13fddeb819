/** Caddy's own syntax: directives, as a Caddyfile or labels state them. */
@NullMarked
package dev.bulkhead.proxy.caddy;

import org.jspecify.annotations.NullMarked;
