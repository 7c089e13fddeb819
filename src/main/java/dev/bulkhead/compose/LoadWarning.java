package dev.bulkhead.compose;

import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.SourceMark;
import java.util.Optional;

/** Something the operator should know about a file that was read nevertheless. */
public record LoadWarning(Optional<SourceMark> at, String message) {

    public LoadWarning {
        message = OneLine.of(message);
    }
}
