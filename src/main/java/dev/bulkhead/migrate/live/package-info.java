/** Follows a project's containers through the engine's events: waits for them and measures how long they were away. */
@NullMarked
package dev.bulkhead.migrate.live;

import org.jspecify.annotations.NullMarked;
