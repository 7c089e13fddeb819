package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.engine.observed.ContainerLook;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * Sight of the running container of a service.
 *
 * @param container its name
 * @param look what the engine told of it
 * @param peak the most that it used while it was measured
 * @param kernelPeak the most memory since its start by the kernel's word, files it keeps for itself included, in bytes
 * @param tried command line of a health check to whether it succeeded inside it, in the order in which they were tried
 */
public record Sight(
        String container,
        ContainerLook look,
        Optional<PeakUse> peak,
        OptionalLong kernelPeak,
        SequencedMap<String, Boolean> tried) {

    public Sight {
        tried = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tried));
    }

    /** Returns this with another peak of the same service. */
    public Sight measured(Optional<PeakUse> other) {
        return new Sight(
                container,
                look,
                peak.map(use -> other.map(use::and).orElse(use)).or(() -> other),
                kernelPeak,
                tried);
    }
}
