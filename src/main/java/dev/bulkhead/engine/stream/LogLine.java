package dev.bulkhead.engine.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * A line that a container wrote.
 *
 * @param at when the engine took it down
 * @param error whether it was written to standard error; all lines of a container with a terminal are standard output
 */
public record LogLine(Optional<Instant> at, boolean error, String text) {}
