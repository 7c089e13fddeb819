package dev.bulkhead.compose.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A value that is going to be written. */
sealed interface YamlOut {

    /** No value at all, as after {@code key:}. */
    record Nothing() implements YamlOut {}

    /** Text that is quoted as the place asks for. */
    record Text(String value) implements YamlOut {}

    /** Characters that are written as they are. */
    record Raw(String text) implements YamlOut {}

    /** A value behind a tag of Compose's, {@code !override} or {@code !reset}. */
    record Tagged(String tag, YamlOut value) implements YamlOut {}

    /** A list. */
    record Items(List<YamlOut> items) implements YamlOut {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order given. */
    record Fields(SequencedMap<String, YamlOut> fields) implements YamlOut {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }

        static Fields of(Map.Entry<String, YamlOut> entry) {
            SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
            fields.put(entry.getKey(), entry.getValue());
            return new Fields(fields);
        }
    }
}
