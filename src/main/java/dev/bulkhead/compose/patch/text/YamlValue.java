package dev.bulkhead.compose.patch.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A value that is going to be written. */
public sealed interface YamlValue {

    /** No value at all, as after {@code key:}. */
    record Nothing() implements YamlValue {}

    /** Text that is quoted as the place asks for. */
    record Text(String value) implements YamlValue {}

    /** Characters that are written as they are. */
    record Raw(String text) implements YamlValue {}

    /** A value behind a tag of Compose's, {@code !override} or {@code !reset}. */
    record Tagged(String tag, YamlValue value) implements YamlValue {}

    /** The value of a field that has comments above it; in flow style they have no place and are left out. */
    record Commented(List<String> lines, YamlValue value) implements YamlValue {
        public Commented {
            lines = List.copyOf(lines);
        }
    }

    /** A list. */
    record Items(List<YamlValue> items) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order given. */
    record Fields(SequencedMap<String, YamlValue> fields) implements YamlValue {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }

        public static Fields of(Map.Entry<String, YamlValue> entry) {
            SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
            fields.put(entry.getKey(), entry.getValue());
            return new Fields(fields);
        }
    }
}
