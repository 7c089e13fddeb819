/** Iteration 2: published ports become routes of the reverse proxy, one service at a time. */
@NullMarked
package dev.bulkhead.migrate.iteration.ports;

import org.jspecify.annotations.NullMarked;
