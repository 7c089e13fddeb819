/** Containers of a project as the engine's events tell of them: waiting for them, and how long they were away. */
@NullMarked
package dev.bulkhead.migrate.live;

import org.jspecify.annotations.NullMarked;
