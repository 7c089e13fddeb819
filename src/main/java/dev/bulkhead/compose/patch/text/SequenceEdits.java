package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Changes of lists in one file's text. */
public final class SequenceEdits {

    private final SourceFile file;
    private final TextLines lines;

    public SequenceEdits(SourceFile file) {
        this.file = file;
        this.lines = file.lines();
    }

    /** Adds an item after the last one of a list that has some, quoted like that one. */
    public List<Splice> add(SequenceNode list, YamlValue value) throws EditRejectedException {
        YamlNode last = list.items().getLast();
        if (list.flow()) {
            String text = new FlowWriter(false, StyleProbe.quote(last)).write(value);
            return new FlowEdits(file).addAfter(last.start(), last.end(), text);
        }
        int dash = dash(last);
        int column = lines.column(list.contentStart());
        String gap = last.start() > lines.lineEnd(dash) || last.start() <= dash + 1
                ? file.style().dashGap()
                : lines.text().substring(dash + 1, last.start());
        BlockStyle style = new BlockStyle(
                file.style().step(),
                file.style().dashIndent(),
                gap,
                StyleProbe.quote(last),
                file.style().keys());
        int at = lines.afterBlock(last.end(), column);
        return List.of(lines.insertLines(at, new BlockWriter(style).item(value, column)));
    }

    /** Takes an item away; the list has to keep another one. */
    public List<Splice> remove(SequenceNode list, YamlNode item) throws EditRejectedException {
        if (list.flow()) {
            return new FlowEdits(file).remove(item.start(), item.end());
        }
        int dash = dash(item);
        if (!lines.firstOnLine(dash)) {
            throw unusual(item);
        }
        return List.of(lines.deleteLines(dash, Math.max(dash, item.end() - 1)));
    }

    /**
     * Turns a list of names into a mapping with these names as keys, item by item, so that comments stay where they are.
     *
     * @param around the entry whose value the list is
     */
    public List<Splice> toMapping(SequenceNode list, MappingEntry around) throws EditRejectedException {
        List<Splice> splices = new ArrayList<>();
        if (list.flow()) {
            splices.add(new Splice(list.contentStart(), list.contentStart() + 1, "{"));
            for (YamlNode item : list.items()) {
                splices.add(Splice.insert(name(item).end(), ": {}"));
            }
            splices.add(new Splice(list.end() - 1, list.end(), "}"));
            return splices;
        }
        int column = keyColumn(list, around);
        for (YamlNode item : list.items()) {
            ScalarNode name = name(item);
            int dash = dash(item);
            if (!lines.firstOnLine(dash) || lines.lineEnd(dash) < name.end()) {
                throw unusual(item);
            }
            splices.add(new Splice(
                    lines.lineStart(dash),
                    name.end(),
                    " ".repeat(column) + name.span().text() + ":"));
        }
        return splices;
    }

    /** Returns the column of the keys of the mapping that a list becomes; dashes may stand under their key, keys not. */
    public int keyColumn(SequenceNode list, MappingEntry around) {
        int dashes = lines.column(list.contentStart());
        int key = lines.column(around.key().start());
        return dashes > key ? dashes : key + file.style().step();
    }

    private ScalarNode name(YamlNode item) throws EditRejectedException {
        if (!(item instanceof ScalarNode name) || !name.properties().isEmpty()) {
            throw unusual(item);
        }
        if (name.value().contains("$")) {
            throw variableAsKey(name);
        }
        return name;
    }

    public static EditRejectedException variableAsKey(ScalarNode name) {
        return new EditRejectedException(name.mark() + ": " + name.value()
                + " would have to become a key, and Compose replaces no variables in keys; write the network's name"
                + " instead of the variable first.");
    }

    private int dash(YamlNode item) throws EditRejectedException {
        int at = item.start() - 1;
        while (at >= 0 && Character.isWhitespace(lines.text().charAt(at))) {
            at--;
        }
        if (at < 0 || lines.text().charAt(at) != '-') {
            throw unusual(item);
        }
        return at;
    }

    private static EditRejectedException unusual(YamlNode item) {
        return new EditRejectedException(item.mark()
                + ": this list item is laid out in a way that cannot be changed safely; put it on a line of its own.");
    }
}
