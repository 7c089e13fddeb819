package dev.bulkhead.compose.patch.text;

import java.util.ArrayList;
import java.util.List;

/** Writer of values as lines of block style. */
public final class BlockWriter {

    private final BlockStyle style;

    public BlockWriter(BlockStyle style) {
        this.style = style;
    }

    /** Returns the lines of an entry whose key stands in a column. */
    public List<String> entry(String key, YamlValue value, int column) {
        String head = " ".repeat(column) + key(key) + ":";
        List<String> lines = new ArrayList<>();
        switch (value) {
            case YamlValue.Nothing() -> lines.add(head);
            case YamlValue.Text(String text) -> lines.add(head + " " + ScalarWriter.write(text, style.quote(), false));
            case YamlValue.Raw(String text) -> lines.add(head + " " + text);
            case YamlValue.Tagged(String tag, YamlValue inner) -> {
                lines.addAll(entry(key, inner, column));
                lines.set(0, head + " " + tag + lines.getFirst().substring(head.length()));
            }
            case YamlValue.Commented(List<String> comments, YamlValue inner) -> {
                comments.forEach(comment -> lines.add(" ".repeat(column) + "# " + comment));
                lines.addAll(entry(key, inner, column));
            }
            case YamlValue.Items items -> {
                lines.add(items.items().isEmpty() ? head + " []" : head);
                items.items().forEach(item -> lines.addAll(item(item, column + style.dashIndent())));
            }
            case YamlValue.Fields fields -> {
                lines.add(fields.fields().isEmpty() ? head + " {}" : head);
                fields.fields().forEach((name, field) -> lines.addAll(entry(name, bare(field), column + style.step())));
            }
        }
        return lines;
    }

    /** Returns the lines of a list item whose dash stands in a column. */
    List<String> item(YamlValue value, int column) {
        String head = " ".repeat(column) + "-" + style.dashGap();
        return switch (value) {
            case YamlValue.Nothing() -> List.of(" ".repeat(column) + "-");
            case YamlValue.Text(String text) -> List.of(head + ScalarWriter.write(text, style.quote(), false));
            case YamlValue.Raw(String text) -> List.of(head + text);
            case YamlValue.Commented(var _, YamlValue inner) -> item(inner, column);
            case YamlValue.Tagged tagged -> List.of(head + new FlowWriter(false).write(tagged));
            case YamlValue.Items items -> List.of(head + new FlowWriter(false).write(items));
            case YamlValue.Fields fields -> {
                List<String> lines = new ArrayList<>();
                fields.fields().forEach((name, field) -> lines.addAll(entry(name, field, head.length())));
                if (lines.isEmpty()) {
                    lines.add(head + "{}");
                } else {
                    lines.set(0, head + lines.getFirst().substring(head.length()));
                }
                yield lines;
            }
        };
    }

    /** Nothing in a mapping is written as people do: by leaving it out. */
    private static YamlValue bare(YamlValue value) {
        return value.equals(new YamlValue.Raw("null")) ? new YamlValue.Nothing() : value;
    }

    private String key(String key) {
        return key.equals("<<") ? key : ScalarWriter.write(key, style.keys(), false);
    }
}
