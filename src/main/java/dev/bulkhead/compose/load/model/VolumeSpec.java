package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The short form of a volume, {@code [SOURCE:]TARGET[:OPTIONS]}, turned into the long form (compose-go {@code
 * format/volume.go}). Options stay text: they concern neither the network nor the host path.
 */
public final class VolumeSpec {

    /** The field that keeps the options; a note in the schema's eyes. */
    public static final String OPTIONS = "x-short-options";

    private VolumeSpec() {}

    /** Returns the long form; a malformed text becomes an anonymous volume at that target. */
    static MapValue parse(ScalarValue value) {
        List<String> sections = sections(value.text());
        Place place = value.place();
        Map<String, Value> fields = new LinkedHashMap<>();
        String source = sections.size() > 1 ? sections.get(0) : "";
        String target = sections.size() > 1 ? sections.get(1) : sections.get(0);
        fields.put("type", Values.string(place, isPath(source) ? "bind" : "volume"));
        if (!source.isEmpty()) {
            fields.put("source", Values.string(place, source));
        }
        fields.put("target", Values.string(place, target));
        if (sections.size() > 2) {
            fields.put(OPTIONS, Values.string(place, sections.get(2)));
        }
        return Values.map(place, fields);
    }

    /** Returns why Compose refuses a short form; empty where it takes it. */
    static Optional<String> fault(String text) {
        List<String> sections = sections(text);
        if (text.isEmpty()) {
            return Optional.of("says nothing");
        }
        if (text.length() > 2 && sections.contains("")) {
            return Optional.of("has nothing on one side of a colon");
        }
        return sections.size() > 3 ? Optional.of("has too many colons") : Optional.empty();
    }

    private static List<String> sections(String text) {
        List<String> sections = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean drive = i - start == 1 && Character.isLetter(text.charAt(start));
            if (text.charAt(i) == ':' && !drive) {
                sections.add(text.substring(start, i));
                start = i + 1;
            }
        }
        sections.add(text.substring(start));
        return sections;
    }

    /** Returns whether a source is a path on the host and not the name of a volume. */
    static boolean isPath(String source) {
        if (source.isEmpty()) {
            return false;
        }
        char first = source.charAt(0);
        boolean drive = source.length() > 1 && Character.isLetter(first) && source.charAt(1) == ':';
        return first == '.' || first == '/' || first == '~' || source.startsWith("\\\\") || drive;
    }
}
