package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.patch.ScalarWriter.Quote;
import java.util.ArrayList;
import java.util.List;

/** Writes values as lines of block style. */
final class BlockWriter {

    private final BlockStyle style;

    BlockWriter(BlockStyle style) {
        this.style = style;
    }

    /** Returns the lines of an entry whose key stands in a column. */
    List<String> entry(String key, YamlOut value, int column) {
        String head = " ".repeat(column) + key(key) + ":";
        List<String> lines = new ArrayList<>();
        switch (value) {
            case YamlOut.Nothing() -> lines.add(head);
            case YamlOut.Text(String text) -> lines.add(head + " " + ScalarWriter.write(text, style.quote(), false));
            case YamlOut.Raw(String text) -> lines.add(head + " " + text);
            case YamlOut.Tagged(String tag, YamlOut inner) -> {
                lines.addAll(entry(key, inner, column));
                lines.set(0, head + " " + tag + lines.getFirst().substring(head.length()));
            }
            case YamlOut.Items items -> {
                lines.add(items.items().isEmpty() ? head + " []" : head);
                items.items().forEach(item -> lines.addAll(item(item, column + style.dashIndent())));
            }
            case YamlOut.Fields fields -> {
                lines.add(fields.fields().isEmpty() ? head + " {}" : head);
                fields.fields().forEach((name, field) -> lines.addAll(entry(name, field, column + style.step())));
            }
        }
        return lines;
    }

    /** Returns the lines of a list item whose dash stands in a column. */
    List<String> item(YamlOut value, int column) {
        String head = " ".repeat(column) + "-" + style.dashGap();
        return switch (value) {
            case YamlOut.Nothing() -> List.of(" ".repeat(column) + "-");
            case YamlOut.Text(String text) -> List.of(head + ScalarWriter.write(text, style.quote(), false));
            case YamlOut.Raw(String text) -> List.of(head + text);
            case YamlOut.Tagged tagged -> List.of(head + new FlowWriter(false).write(tagged));
            case YamlOut.Items items -> List.of(head + new FlowWriter(false).write(items));
            case YamlOut.Fields fields -> {
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

    private static String key(String key) {
        return key.equals("<<") ? key : ScalarWriter.write(key, Quote.PLAIN, false);
    }
}
