package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place where a service is written.
 *
 * @param file the file
 * @param services the mapping that holds it
 * @param entry its key and value
 * @param extendedOnly whether the file is only read for services of other files to extend
 */
public record ServiceSite(SourceFile file, MappingNode services, MappingEntry entry, boolean extendedOnly) {

    public String key() {
        return entry.name();
    }

    /** Returns the service's own mapping; empty where the value is missing or an alias. */
    Optional<MappingNode> body() {
        return entry.value() instanceof MappingNode map ? Optional.of(map) : Optional.empty();
    }

    /** Returns where a field of the service stands: in its own mapping, or in one that it takes over. */
    public Optional<FieldPlace> field(String name) {
        Optional<FieldPlace> own = body().flatMap(map -> map.entry(name).map(e -> new FieldPlace(this, map, e, true)));
        return own.or(() -> inherited(entry.value(), name));
    }

    private Optional<FieldPlace> inherited(YamlNode node, String name) {
        if (!(node.resolved() instanceof MappingNode map)) {
            return Optional.empty();
        }
        if (node instanceof AliasNode && map.entry(name).isPresent()) {
            return map.entry(name).map(e -> new FieldPlace(this, map, e, false));
        }
        return sources(map).stream()
                .map(source -> source.entry(name)
                        .map(e -> new FieldPlace(this, source, e, false))
                        .or(() -> inherited(source, name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the mappings that a mapping takes over with merge keys, the first ones win. */
    public static List<MappingNode> sources(MappingNode map) {
        return map.entries().stream()
                .filter(MappingEntry::isMerge)
                .map(MappingEntry::value)
                .map(YamlNode::resolved)
                .flatMap(v -> v instanceof SequenceNode list ? list.items().stream() : Stream.of(v))
                .map(YamlNode::resolved)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .toList();
    }
}
