package dev.bulkhead.compose;

import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.SourceMark;
import java.util.Optional;

/**
 * Doubt of the reader about a file that was read nevertheless.
 *
 * <p>Compose goes on over it, which is what tells it from a {@link LoadProblem}: it breaks no rule, concerns no single
 * element and may have no place.
 */
public record LoadWarning(Optional<SourceMark> at, String message) {

    public LoadWarning {
        message = OneLine.of(message);
    }
}
