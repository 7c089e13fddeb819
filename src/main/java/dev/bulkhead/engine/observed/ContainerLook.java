package dev.bulkhead.engine.observed;

import java.util.List;
import java.util.Optional;

/**
 * Look at a container: as whom it runs, whether anybody looks after its health, and what it has written beside its volumes.
 *
 * @param user the user that it was made to run as; empty where it is root
 * @param healthCheck the command of its health check, of its files or its image; empty where it has none
 * @param written paths in it that it made or changed, outside of all that is mounted; absolute and sorted
 * @param digests references by which registries know its image, each with its repository
 */
public record ContainerLook(
        Optional<String> user, List<String> healthCheck, List<String> written, List<String> digests) {

    public ContainerLook {
        healthCheck = List.copyOf(healthCheck);
        written = List.copyOf(written);
        digests = List.copyOf(digests);
    }
}
