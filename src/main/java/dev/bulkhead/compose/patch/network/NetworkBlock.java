package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ProjectSources;
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
import dev.bulkhead.topology.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the declaration of a network that no file declares yet. */
final class NetworkBlock {

    private static final String NETWORKS = "networks";

    private final ProjectSources text;
    private final String network;

    NetworkBlock(ProjectSources text, String network) {
        this.text = text;
        this.network = network;
    }

    /** Declares the network in the file where the project's other networks stand, else in the main file. */
    Draft declare(YamlValue value) throws EditRejectedException {
        return declareIn(home(), value);
    }

    /** Returns the file that declares most networks; of several the one read first. */
    SourceFile home() {
        SourceFile best = text.mainFile();
        int most = 0;
        for (SourceFile file : text.files()) {
            int count = text.extendedOnly().contains(file.name())
                    ? 0
                    : file.topLevel(NETWORKS).stream()
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

    /** Declares the network in a file of the project. */
    Draft declareIn(SourceFile file, YamlValue value) throws EditRejectedException {
        List<MappingEntry> blocks = file.topLevel(NETWORKS);
        if (blocks.isEmpty()) {
            return Draft.of(file, List.of(newBlock(file, value)));
        }
        MappingEntry block = blocks.getLast();
        MappingEdits edits = new MappingEdits(file);
        if (block.value() instanceof MappingNode map && !map.entries().isEmpty()) {
            return Draft.of(file, spaced(file, map, edits.add(map, network, value, near(file, map))));
        }
        if (MappingEdits.isEmpty(block.value())) {
            MappingNode root = file.roots().stream()
                    .filter(r -> r.entry(NETWORKS).filter(block::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
            return Draft.of(
                    file, edits.fill(root, block, YamlValue.Fields.of(Map.entry(network, value)), file.style()));
        }
        throw new EditRejectedException(block.value().mark()
                + ": the networks of this file stand behind an alias; write them out before adding one.");
    }

    /** Keeps the blank line that separates the networks of a file from each other. */
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
        YamlValue fields = YamlValue.Fields.of(Map.entry(network, value));
        Optional<MappingNode> root = file.roots().stream().reduce((a, b) -> b);
        if (root.filter(MappingNode::flow).isPresent()) {
            return new MappingEdits(file)
                    .add(root.orElseThrow(), NETWORKS, fields)
                    .getFirst();
        }
        if (file.yaml().documents().size() > 1) {
            return new MappingEdits(file)
                    .add(root.orElseThrow(), NETWORKS, fields)
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
        block.addAll(new BlockWriter(file.style()).entry(NETWORKS, fields, column));
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
