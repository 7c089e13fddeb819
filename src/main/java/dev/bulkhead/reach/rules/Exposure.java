package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * Exposure of the host, as the operator wants it.
 *
 * @param isPublic whether the internet reaches the host
 * @param allowPublished the only host ports that may be published beyond loopback; empty means no limit
 * @param at where it stands
 */
public record Exposure(boolean isPublic, Optional<List<AllowedPort>> allowPublished, Optional<SourceMark> at) {

    /** What holds when the file says nothing. */
    public static final Exposure UNSTATED = new Exposure(false, Optional.empty(), Optional.empty());

    public Exposure {
        allowPublished = allowPublished.map(List::copyOf);
    }
}
