package dev.bulkhead.compose.yaml;

import dev.bulkhead.compose.ComposeException;
import java.util.List;
import java.util.Optional;

/**
 * Value in a YAML file, perhaps absent, so that paths can be followed without asking at every step.
 *
 * @param node the value
 */
public record YamlFields(Optional<YamlNode> node) {

    /** Returns the value of a whole file; absent where it is no YAML: TOML, a template, or a file with a fault. */
    public static YamlFields of(String name, String text) {
        try {
            return new YamlFields(YamlReader.parse(name, text).documents().stream()
                    .map(document -> document.root().resolved())
                    .findFirst());
        } catch (ComposeException unreadable) {
            return new YamlFields(Optional.empty());
        }
    }

    /** Returns the value of a field. */
    public YamlFields child(String name) {
        return new YamlFields(mapping().flatMap(mapping -> mapping.value(name)).map(YamlNode::resolved));
    }

    /** Returns whether there is a field. */
    public boolean has(String name) {
        return child(name).node().isPresent();
    }

    /** Returns the fields. */
    public List<MappingEntry> entries() {
        return mapping().map(MappingNode::entries).orElse(List.of());
    }

    /** Returns the mapping that this is. */
    public Optional<MappingNode> mapping() {
        return node.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
    }

    /** Returns the items of a list. */
    public List<YamlFields> items() {
        return node.filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .map(list -> list.items().stream()
                        .map(item -> new YamlFields(Optional.of(item.resolved())))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the text of a scalar that is not empty. */
    public Optional<String> text() {
        return node.filter(ScalarNode.class::isInstance)
                .map(scalar -> ((ScalarNode) scalar).value())
                .filter(value -> !value.isBlank());
    }
}
