package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of mappings in one file's text. */
public final class MappingEdits {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final SourceFile file;
    private final TextLines lines;

    public MappingEdits(SourceFile file) {
        this.file = file;
        this.lines = file.lines();
    }

    /** Adds an entry after the last one of a mapping that has some. */
    public List<Splice> add(MappingNode map, String key, YamlValue value) {
        return add(map, key, value, file.style());
    }

    public List<Splice> add(MappingNode map, String key, YamlValue value, BlockStyle style) {
        MappingEntry last = map.entries().getLast();
        if (map.flow()) {
            return new FlowEdits(file)
                    .addAfter(last.key().start(), endOf(last), flow(map).entry(key, value));
        }
        int column = lines.column(map.entries().getFirst().key().start());
        int at = lines.afterBlock(blockEnd(last), column);
        return List.of(lines.insertLines(at, new BlockWriter(style).entry(key, value, column)));
    }

    /**
     * Gives an entry whose value is missing, null or empty a value.
     *
     * @param around the mapping that holds the entry
     */
    public List<Splice> fill(MappingNode around, MappingEntry entry, YamlValue value, BlockStyle style) {
        YamlNode empty = entry.value();
        if (around.flow()) {
            String text = flow(around).write(value);
            return List.of(new Splice(
                    empty.contentStart(), empty.end(), empty.contentStart() == empty.end() ? " " + text : text));
        }
        int column = lines.column(entry.key().start());
        List<String> entryLines = new BlockWriter(style).entry(entry.name(), value, column);
        Splice block = lines.insertLines(lines.nextLine(empty.end()), entryLines.subList(1, entryLines.size()));
        int from = lines.backOverBlanks(empty.contentStart());
        return from < empty.end() && empty.end() > empty.contentStart()
                ? List.of(Splice.delete(from, empty.end()), block)
                : List.of(block);
    }

    /** Puts a mapping that takes over an alias's entries and adds one in the place of the alias. */
    public List<Splice> extendAlias(
            MappingNode around, MappingEntry entry, String key, YamlValue value, BlockStyle style) {
        AliasNode alias = (AliasNode) entry.value();
        YamlValue.Fields fields = YamlValue.Fields.of(Map.entry("<<", new YamlValue.Raw("*" + alias.name())));
        fields.fields().put(key, value);
        return replaceWithBlock(around, entry, fields, style);
    }

    /** Puts a list or mapping in the place of an entry's one-line value. */
    public List<Splice> replaceWithBlock(MappingNode around, MappingEntry entry, YamlValue value, BlockStyle style) {
        YamlNode old = entry.value();
        if (around.flow()) {
            return List.of(
                    new Splice(old.contentStart(), old.end(), flow(around).write(value)));
        }
        int column = lines.column(entry.key().start());
        List<String> entryLines = new BlockWriter(style).entry(entry.name(), value, column);
        return List.of(
                Splice.delete(lines.backOverBlanks(old.start()), old.end()),
                lines.insertLines(lines.nextLine(old.end()), entryLines.subList(1, entryLines.size())));
    }

    /** Takes an entry away; the mapping has to keep another one. */
    public List<Splice> remove(MappingNode map, MappingEntry entry) {
        if (map.flow()) {
            return new FlowEdits(file).remove(entry.key().start(), endOf(entry));
        }
        if (!lines.firstOnLine(entry.key().start())) {
            int index = map.entries().indexOf(entry);
            int next = map.entries().get(index + 1).key().start();
            return List.of(Splice.delete(entry.key().start(), next));
        }
        return List.of(lines.deleteLines(entry.key().start(), blockEnd(entry)));
    }

    /** Returns whether a value says nothing: missing, null, or an empty list or mapping. */
    public static boolean isEmpty(YamlNode node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.style() == ScalarStyle.PLAIN && NULLS.contains(scalar.value());
            case SequenceNode sequence -> sequence.items().isEmpty();
            case MappingNode map -> map.entries().isEmpty();
            case AliasNode alias -> false;
        };
    }

    /** Returns a writer for the style of a mapping or list in braces. */
    public FlowWriter flow(YamlNode collection) {
        boolean json = collection instanceof MappingNode map
                && !map.entries().isEmpty()
                && map.entries().stream().allMatch(e -> StyleProbe.quote(e.key()) == ScalarWriter.Quote.DOUBLE);
        return new FlowWriter(json);
    }

    private static int endOf(MappingEntry entry) {
        return Math.max(entry.key().end(), entry.value().end());
    }

    /** Returns the offset of an entry's last character, the blank lines that a kept-newlines scalar owns included. */
    private int blockEnd(MappingEntry entry) {
        int end = endOf(entry);
        YamlNode last = deepestLast(entry.value());
        if (last instanceof ScalarNode scalar
                && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED)
                && lines.text()
                        .substring(scalar.contentStart(), lines.lineEnd(scalar.contentStart()))
                        .contains("+")) {
            int next = lines.nextLine(end);
            while (next < lines.text().length()
                    && lines.text().substring(next, lines.lineEnd(next)).isBlank()) {
                end = next;
                next = lines.nextLine(next);
            }
        }
        return end;
    }

    private static YamlNode deepestLast(YamlNode start) {
        YamlNode node = start;
        while (true) {
            switch (node) {
                case MappingNode map
                when !map.flow() && !map.entries().isEmpty() ->
                    node = map.entries().getLast().value();
                case SequenceNode list
                when !list.flow() && !list.items().isEmpty() ->
                    node = list.items().getLast();
                default -> {
                    return node;
                }
            }
        }
    }
}
