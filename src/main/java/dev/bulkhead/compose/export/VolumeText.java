package dev.bulkhead.compose.export;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Volumes that a file states in the short form.
 *
 * <p>They are written in that form again, since it means more than its parts: Compose makes a host path that is not
 * there only for the short form.
 */
final class VolumeText {

    private static final Set<String> PARTS = Set.of("type", "source", "target", "options");

    private VolumeText() {}

    /** Returns whether a mapping is what the loader makes of a short form: its parts stand at one place. */
    static boolean isShort(Fields volume) {
        List<ResolvedValue> parts = List.copyOf(volume.fields().values());
        return volume.get("target").isPresent()
                && PARTS.containsAll(volume.fields().keySet())
                && parts.stream().allMatch(Scalar.class::isInstance)
                && parts.stream().map(part -> ((Scalar) part).at()).distinct().count() == 1;
    }

    static String of(Fields volume) {
        return Stream.of("source", "target", "options")
                .flatMap(name -> volume.get(name).stream())
                .map(part -> ((Scalar) part).text())
                .collect(Collectors.joining(":"));
    }
}
