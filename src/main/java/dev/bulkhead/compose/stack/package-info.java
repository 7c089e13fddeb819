/** The files of a project as {@code docker stack deploy} reads them, which is not how {@code docker compose} does. */
@NullMarked
package dev.bulkhead.compose.stack;

import org.jspecify.annotations.NullMarked;
