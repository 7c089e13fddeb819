package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.patch.network.MembershipEntries;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.ScalarStyle;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data of a YAML text without how it is written: aliases and merge keys followed, comments and quotes gone. */
final class PlainData {

    /** A single value; a plain {@code 8080} and a quoted one are not the same. */
    record Scalar(String value, boolean plain, String tag) {}

    /** An empty value, list or mapping, which Compose does not tell apart in the places compared here. */
    enum Empty {
        EMPTY
    }

    private PlainData() {}

    static Object of(YamlNode node) {
        if (MappingEdits.isEmpty(node)) {
            return Empty.EMPTY;
        }
        return switch (node) {
            case AliasNode alias -> of(alias.resolved());
            case ScalarNode scalar ->
                new Scalar(
                        scalar.value(),
                        scalar.style() == ScalarStyle.PLAIN,
                        scalar.properties().tag().orElse(""));
            case SequenceNode list -> list.items().stream().map(PlainData::of).toList();
            case MappingNode map -> fields(map);
        };
    }

    /** Returns a mapping's effective fields; empty for anything else. */
    static Map<String, Object> fields(YamlNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (node.resolved() instanceof MappingNode map) {
            for (MappingEntry entry : map.entries()) {
                if (!entry.isMerge()) {
                    fields.put(entry.name(), of(entry.value()));
                }
            }
            ServiceSite.sources(map).forEach(source -> fields(source).forEach(fields::putIfAbsent));
        }
        return fields;
    }

    /** Returns list items by name, as a mapping with these names as keys would be. */
    static Map<String, Object> named(YamlNode node) {
        Map<String, Object> fields = fields(node);
        if (node.resolved() instanceof SequenceNode list) {
            List<ScalarNode> names = MembershipEntries.names(list);
            names.forEach(name -> fields.put(name.value(), Empty.EMPTY));
        }
        return fields;
    }
}
