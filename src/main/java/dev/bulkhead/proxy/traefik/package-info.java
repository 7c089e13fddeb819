/** Traefik's own syntax: settings, rules and constraints. */
@NullMarked
package dev.bulkhead.proxy.traefik;

import org.jspecify.annotations.NullMarked;
