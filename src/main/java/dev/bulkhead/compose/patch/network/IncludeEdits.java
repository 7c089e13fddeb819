package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.BlockWriter;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.TextLines;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Change of text that adds a file to the {@code include} of a Compose file. */
final class IncludeEdits {

    private static final String INCLUDE = "include";
    private static final Set<String> BEFORE_INCLUDE = Set.of("name", "version");

    private final SourceFile file;
    private final MappingEdits edits;

    IncludeEdits(SourceFile file) {
        this.file = file;
        this.edits = new MappingEdits(file);
    }

    /** Adds a path, relative to the including file, as the last one. */
    Draft add(String path) throws EditRejectedException {
        YamlValue.Text item = new YamlValue.Text(path);
        YamlValue list = new YamlValue.Items(List.of(item));
        MappingNode root = file.roots().stream()
                .findFirst()
                .orElseThrow(() -> new EditRejectedException(file.name() + " is empty, so it cannot include " + path
                        + "; write a service or a network into it first."));
        Optional<MappingEntry> include = root.entry(INCLUDE);
        if (include.isEmpty()) {
            return Draft.of(file, root.flow() ? edits.add(root, INCLUDE, list) : List.of(newBlock(root, list)));
        }
        if (include.get().value() instanceof SequenceNode sequence
                && !sequence.items().isEmpty()) {
            return Draft.of(file, new SequenceEdits(file).add(sequence, item));
        }
        if (MappingEdits.isEmpty(include.get().value())) {
            return Draft.of(file, edits.fill(root, include.get(), list, file.style()));
        }
        throw new EditRejectedException(
                include.get().value().mark() + ": include is not a list; write it as a list to add " + path + ".");
    }

    /** Writes the key after name and version, before everything else and the comments that belong to it. */
    private Splice newBlock(MappingNode root, YamlValue list) {
        TextLines lines = file.lines();
        int column = lines.column(root.entries().getFirst().key().start());
        List<String> block = new ArrayList<>(new BlockWriter(file.style()).entry(INCLUDE, list, column));
        Optional<MappingEntry> next = root.entries().stream()
                .filter(e -> !BEFORE_INCLUDE.contains(e.name()))
                .findFirst();
        if (next.isEmpty()) {
            MappingEntry last = root.entries().getLast();
            return lines.insertLines(lines.afterBlock(last.value().end(), column), block);
        }
        block.add("");
        return lines.insertLines(aboveComments(next.get().key().start()), block);
    }

    /** Returns the start of the comment lines right above a line, unless they start the file and so belong to all of it. */
    private int aboveComments(int offset) {
        TextLines lines = file.lines();
        int key = lines.lineStart(offset);
        int at = key;
        while (at > 0) {
            int previous = lines.lineStart(Math.max(0, lines.backOverBreak(at)));
            String line = lines.text().substring(previous, lines.lineEnd(previous));
            if (!line.startsWith("#")) {
                return line.isBlank() || at == key ? at : key;
            }
            if (previous == 0 || previous >= at) {
                return key;
            }
            at = previous;
        }
        return key;
    }
}
