package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.patch.text.ScalarWriter.Quote;
import java.util.stream.Collectors;

/** Writer of values in brackets and braces. */
public final class FlowWriter {

    private final Quote quote;
    private final boolean json;

    /**
     * Writes in the plain style, or in that of JSON.
     *
     * @param json whether keys and texts are always quoted
     */
    public FlowWriter(boolean json) {
        this(json, json ? Quote.DOUBLE : Quote.PLAIN);
    }

    public FlowWriter(boolean json, Quote quote) {
        this.json = json;
        this.quote = quote;
    }

    public String write(YamlValue value) {
        return switch (value) {
            case YamlValue.Nothing() -> "{}";
            case YamlValue.Text(String text) -> ScalarWriter.write(text, quote, true);
            case YamlValue.Raw(String text) -> text;
            case YamlValue.Commented(var _, YamlValue inner) -> write(inner);
            case YamlValue.Tagged(String tag, YamlValue inner) -> tag + " " + write(inner);
            case YamlValue.Items items ->
                items.items().stream().map(this::write).collect(Collectors.joining(", ", "[", "]"));
            case YamlValue.Fields fields ->
                fields.fields().entrySet().stream()
                        .map(e -> entry(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    public String entry(String key, YamlValue value) {
        String name = key.equals("<<") ? key : ScalarWriter.write(key, json ? Quote.DOUBLE : Quote.PLAIN, true);
        return name + ": " + write(value);
    }
}
