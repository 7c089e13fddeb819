package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.BlockWriter;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.TextLines;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writer of the declaration of an element that no file declares yet. */
public final class SectionBlock {

    private final ProjectSources text;
    private final String section;
    private final String key;

    /** Writes an element of a section, such as {@code networks}. */
    public SectionBlock(ProjectSources text, String section, String key) {
        this.text = text;
        this.section = section;
        this.key = key;
    }

    /** Declares the element in the file where the project's others of its section stand, else in the main file. */
    public Draft declare(YamlValue value) throws EditRejectedException {
        return declareIn(home(), value);
    }

    /** Returns the file that declares most elements of the section; of several the one read first. */
    SourceFile home() {
        SourceFile best = text.mainFile();
        int most = 0;
        for (SourceFile file : text.files()) {
            int count = text.extendedOnly().contains(file.name())
                    ? 0
                    : file.topLevel(section).stream()
                            .mapToInt(e -> e.value().resolved() instanceof MappingNode map
                                    ? map.entries().size()
                                    : 0)
                            .sum();
            if (count > most) {
                most = count;
                best = file;
            }
        }
        return best;
    }

    /** Declares the element in a file of the project. */
    public Draft declareIn(SourceFile file, YamlValue value) throws EditRejectedException {
        List<MappingEntry> blocks = file.topLevel(section);
        if (blocks.isEmpty()) {
            return Draft.of(file, List.of(newBlock(file, value)));
        }
        MappingEntry block = blocks.getLast();
        MappingEdits edits = new MappingEdits(file);
        if (block.value() instanceof MappingNode map && !map.entries().isEmpty()) {
            return Draft.of(file, spaced(file, map, edits.add(map, key, value, near(file, map))));
        }
        if (MappingEdits.isEmpty(block.value())) {
            MappingNode root = file.roots().stream()
                    .filter(r -> r.entry(section).filter(block::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
            return Draft.of(file, edits.fill(root, block, YamlValue.Fields.of(Map.entry(key, value)), file.style()));
        }
        throw new EditRejectedException(block.value().mark() + ": the " + section
                + " of this file stand behind an alias; write them out before adding one.");
    }

    /** Keeps the blank line that separates the elements of a section from each other. */
    private static List<Splice> spaced(SourceFile file, MappingNode map, List<Splice> splices) {
        if (map.flow() || map.entries().size() < 2) {
            return splices;
        }
        TextLines lines = file.lines();
        int last = map.entries().getLast().key().start();
        int before = lines.lineStart(last);
        boolean blankBefore = false;
        while (before > 0) {
            int previous = lines.lineStart(lines.backOverBreak(before));
            String line =
                    lines.text().substring(previous, lines.lineEnd(previous)).strip();
            if (!line.startsWith("#")) {
                blankBefore = line.isEmpty();
                break;
            }
            before = previous;
        }
        if (!blankBefore) {
            return splices;
        }
        Splice only = splices.getFirst();
        return List.of(new Splice(only.start(), only.end(), lines.lineBreak() + only.text()));
    }

    private Splice newBlock(SourceFile file, YamlValue value) throws EditRejectedException {
        YamlValue fields = YamlValue.Fields.of(Map.entry(key, value));
        Optional<MappingNode> root = file.roots().stream().reduce((a, b) -> b);
        if (root.filter(MappingNode::flow).isPresent()) {
            return new MappingEdits(file)
                    .add(root.orElseThrow(), section, fields)
                    .getFirst();
        }
        if (file.yaml().documents().size() > 1) {
            return new MappingEdits(file)
                    .add(root.orElseThrow(), section, fields)
                    .getFirst();
        }
        int column = root.map(
                        r -> file.lines().column(r.entries().getFirst().key().start()))
                .orElse(0);
        List<String> block = new ArrayList<>();
        String text = file.lines().text();
        boolean blankAtEnd = text.isBlank() || endsWithBlankLine(text);
        if (!blankAtEnd) {
            block.add("");
        }
        block.addAll(new BlockWriter(file.style()).entry(section, fields, column));
        return file.lines().insertLines(endOfDocument(file), block);
    }

    /** Returns the offset before a document end marker, or the end of the text. */
    private static int endOfDocument(SourceFile file) {
        String text = file.lines().text();
        int at = text.lastIndexOf("\n...");
        return at >= 0 && text.substring(at + 4).isBlank() ? at + 1 : text.length();
    }

    private static boolean endsWithBlankLine(String text) {
        String tail = text.replace("\r", "");
        return tail.endsWith("\n\n");
    }

    private static BlockStyle near(SourceFile file, MappingNode map) {
        return StyleProbe.below(map, file.lines(), file.style());
    }
}
