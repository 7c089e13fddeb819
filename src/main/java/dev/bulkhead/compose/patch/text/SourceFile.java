package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.compose.yaml.YamlFile;
import java.util.List;
import java.util.Optional;

/**
 * A Compose file with its tree, its lines and its habits.
 *
 * @param file the file
 * @param yaml its tree
 * @param lines its lines
 * @param style how it lays out its blocks
 */
public record SourceFile(ComposeFile file, YamlFile yaml, TextLines lines, BlockStyle style) {

    public static SourceFile of(ComposeFile file, YamlFile yaml) {
        TextLines lines = new TextLines(file.text());
        BlockStyle style = BlockStyle.USUAL;
        for (YamlDocument document : yaml.documents()) {
            style = StyleProbe.below(document.root(), lines, style);
        }
        return new SourceFile(file, yaml, lines, style);
    }

    public String name() {
        return file.name();
    }

    /** Returns the top-level mappings, one for each document that has one. */
    public List<MappingNode> roots() {
        return yaml.documents().stream()
                .map(YamlDocument::root)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .toList();
    }

    /** Returns the top-level entries of a key, one for each document that has it. */
    public List<MappingEntry> topLevel(String key) {
        return roots().stream()
                .map(root -> root.entry(key))
                .flatMap(Optional::stream)
                .toList();
    }
}
