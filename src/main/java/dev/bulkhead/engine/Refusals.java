package dev.bulkhead.engine;

import dev.bulkhead.engine.EngineException.Kind;
import java.util.List;

/**
 * Classifier of refusals by the engine's words.
 *
 * <p>The status code does not tell: a network in use is 403, an overlapping subnet 403 or 500 depending on the version.
 */
public final class Refusals {

    private static final List<String> CONFLICTS = List.of(
            "has active endpoints",
            "already exists",
            "already attached to network",
            "Pool overlaps",
            "conflicts with network",
            "ddress already in use",
            "port is already allocated",
            "is not running",
            "is already in use");

    private static final List<String> ABSENCES =
            List.of("is not connected to", "No such container", "No such service", "could not be found", "not found");

    private static final List<String> SILENCES = List.of("Cannot connect to the Docker daemon", "connection refused");

    private Refusals() {}

    /** Returns the kind that an engine's or Compose's message stands for. */
    public static Kind kind(String said) {
        if (SILENCES.stream().anyMatch(said::contains)) {
            return Kind.UNREACHABLE;
        }
        if (CONFLICTS.stream().anyMatch(said::contains)) {
            return Kind.CONFLICT;
        }
        return ABSENCES.stream().anyMatch(said::contains) ? Kind.NOT_FOUND : Kind.REFUSED;
    }
}
