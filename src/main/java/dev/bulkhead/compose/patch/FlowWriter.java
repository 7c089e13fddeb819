package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.patch.ScalarWriter.Quote;
import java.util.stream.Collectors;

/** Writes values in brackets and braces. */
final class FlowWriter {

    private final Quote quote;
    private final boolean json;

    /**
     * Writes in the plain style, or in that of JSON.
     *
     * @param json whether keys and texts are always quoted
     */
    FlowWriter(boolean json) {
        this(json, json ? Quote.DOUBLE : Quote.PLAIN);
    }

    FlowWriter(boolean json, Quote quote) {
        this.json = json;
        this.quote = quote;
    }

    String write(YamlOut value) {
        return switch (value) {
            case YamlOut.Nothing() -> "{}";
            case YamlOut.Text(String text) -> ScalarWriter.write(text, quote, true);
            case YamlOut.Raw(String text) -> text;
            case YamlOut.Tagged(String tag, YamlOut inner) -> tag + " " + write(inner);
            case YamlOut.Items items ->
                items.items().stream().map(this::write).collect(Collectors.joining(", ", "[", "]"));
            case YamlOut.Fields fields ->
                fields.fields().entrySet().stream()
                        .map(e -> entry(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    String entry(String key, YamlOut value) {
        String name = key.equals("<<") ? key : ScalarWriter.write(key, json ? Quote.DOUBLE : Quote.PLAIN, true);
        return name + ": " + write(value);
    }
}
