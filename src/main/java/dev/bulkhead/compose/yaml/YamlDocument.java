package dev.bulkhead.compose.yaml;

import java.util.Optional;

/**
 * One document of a file.
 *
 * @param root its content; an empty scalar where the document is empty
 */
public record YamlDocument(YamlNode root) {

    /**
     * Returns the entry reached by following keys from the root, through aliases but not through merge keys; the
     * entry's key and value know their offsets.
     */
    public Optional<MappingEntry> find(String... path) {
        YamlNode node = root;
        Optional<MappingEntry> found = Optional.empty();
        for (String name : path) {
            found = node.resolved() instanceof MappingNode map ? map.entry(name) : Optional.empty();
            if (found.isEmpty()) {
                return found;
            }
            node = found.get().value();
        }
        return found;
    }
}
