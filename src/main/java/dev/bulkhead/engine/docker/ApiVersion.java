package dev.bulkhead.engine.docker;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the engine's programming interface, such as 1.41. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /** Of engine 20.10: the oldest one whose answers are known to fit. */
    static final ApiVersion OLDEST = new ApiVersion(1, 41);

    /** Of engine 28: the newest one that was tried. */
    static final ApiVersion NEWEST = new ApiVersion(1, 51);

    /** The first one that tells what the engine writes its packet rules with (engine 28.1). */
    static final ApiVersion FIREWALL_BACKEND = new ApiVersion(1, 49);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /** Returns the version that a text stands for; empty when it stands for none. */
    static Optional<ApiVersion> tryParse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ApiVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /**
     * Returns the version to speak: the newest that both know.
     *
     * @param most the newest one the engine speaks
     * @param least the oldest one the engine speaks
     */
    static ApiVersion agree(ApiVersion most, ApiVersion least, String engine) throws EngineException {
        if (most.compareTo(OLDEST) < 0) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Engine " + engine + " speaks API " + most + ", Bulkhead needs " + OLDEST
                            + " (Docker 20.10) or newer; upgrade the engine.");
        }
        if (least.compareTo(NEWEST) > 0) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Engine " + engine + " accepts API " + least + " and newer, this Bulkhead speaks up to " + NEWEST
                            + "; upgrade Bulkhead.");
        }
        return most.compareTo(NEWEST) < 0 ? most : NEWEST;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
