package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Writer of edit values as YAML values that Compose reads as the same: a dollar sign is doubled. */
public final class FieldWriter {

    private FieldWriter() {}

    /** Returns a value as it is written. */
    public static YamlValue of(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> new YamlValue.Text(escape(text));
            case FieldValue.Written(String text) -> new YamlValue.Text(text);
            case FieldValue.Literal(String text) -> new YamlValue.Raw(text);
            case FieldValue.Items items ->
                new YamlValue.Items(items.items().stream().map(FieldWriter::of).toList());
            case FieldValue.Fields fields -> {
                SequencedMap<String, YamlValue> written = new LinkedHashMap<>();
                fields.fields().forEach((name, each) -> written.put(name, of(each)));
                yield new YamlValue.Fields(written);
            }
        };
    }

    static String escape(String text) {
        return text.replace("$", "$$");
    }
}
