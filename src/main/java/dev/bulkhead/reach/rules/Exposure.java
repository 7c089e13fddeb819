package dev.bulkhead.reach.rules;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;

/**
 * Exposure of the host, as the operator wants it.
 *
 * @param isPublic whether the internet reaches the host
 * @param allowPublished the only host ports that may be published beyond loopback; empty means no limit
 * @param after the iteration after which only those may be published; before it they are a goal
 * @param at where it stands
 */
public record Exposure(
        boolean isPublic, Optional<List<AllowedPort>> allowPublished, Optional<String> after, Optional<SourceMark> at) {

    /** What holds when the file says nothing. */
    public static final Exposure UNSTATED = new Exposure(false, Optional.empty(), Optional.empty(), Optional.empty());

    public Exposure {
        allowPublished = allowPublished.map(List::copyOf);
    }

    /** Returns the same without a list of ports. */
    Exposure withoutList() {
        return new Exposure(isPublic, Optional.empty(), Optional.empty(), at);
    }

    /** Returns whether a port is on the list of those that may be published; where there is no list, none is. */
    public boolean allows(PortMapping mapping) {
        Optional<AllowedPort> published = mapping.published()
                .flatMap(p -> AllowedPort.parse(p + "/" + mapping.protocol().text()));
        return published.isPresent()
                && allowPublished.orElse(List.of()).stream()
                        .anyMatch(a -> a.covers(
                                published.get().first(), published.get().last(), mapping.protocol()));
    }
}
