/**
 * Differences between a project's files and an engine, and what the next {@code docker compose up} would therefore do.
 */
@NullMarked
package dev.bulkhead.engine.drift;

import org.jspecify.annotations.NullMarked;
