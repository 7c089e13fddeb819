package dev.bulkhead.engine.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Query for lines of a container's log.
 *
 * @param tail at most this many of those already written; empty for all
 * @param since only those written at or after this moment
 * @param follow whether those still to be written are wanted too, until the stream is closed or the container ends
 */
public record LogQuery(OptionalInt tail, Optional<Instant> since, boolean follow) {

    /** Everything that was written so far. */
    public static final LogQuery ALL = new LogQuery(OptionalInt.empty(), Optional.empty(), false);

    /** The last lines, and those still to come. */
    public static LogQuery following(int tail) {
        return new LogQuery(OptionalInt.of(tail), Optional.empty(), true);
    }
}
