package dev.bulkhead.topology;

import java.util.Map;
import java.util.Optional;

/**
 * Source of a service's image.
 *
 * @param built whether the file says how to build it
 * @param arguments build arguments with their values, which can be secrets: never print or log them
 * @param pullPolicy {@code pull_policy}, where stated
 */
public record ImageSource(boolean built, Map<String, String> arguments, Optional<String> pullPolicy) {

    /** It comes from a registry as soon as the engine does not have it. */
    public static final ImageSource PULLED = new ImageSource(false, Map.of(), Optional.empty());

    public ImageSource {
        arguments = Copies.sorted(arguments);
    }

    /** Names the arguments but hides their values, so that a secret cannot slip into a log. */
    @Override
    public String toString() {
        return "ImageSource[built=" + built + ", arguments=" + arguments.keySet() + ", pullPolicy=" + pullPolicy + "]";
    }
}
