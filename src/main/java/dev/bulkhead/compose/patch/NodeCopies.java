package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Copies of what is written, so that quotes and variables stay as they are. */
final class NodeCopies {

    private NodeCopies() {}

    static YamlOut copy(YamlNode node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case AliasNode alias -> new YamlOut.Raw("*" + alias.name());
            case SequenceNode list ->
                new YamlOut.Items(list.items().stream().map(NodeCopies::copy).toList());
            case MappingNode map -> {
                SequencedMap<String, YamlOut> fields = new LinkedHashMap<>();
                for (MappingEntry entry : map.entries()) {
                    fields.put(entry.name(), copy(entry.value()));
                }
                yield new YamlOut.Fields(fields);
            }
        };
    }

    private static YamlOut scalar(ScalarNode scalar) {
        if (scalar.isEmpty()) {
            return new YamlOut.Nothing();
        }
        String raw = scalar.span().text().substring(scalar.contentStart() - scalar.start());
        return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0 ? new YamlOut.Raw(raw) : new YamlOut.Text(scalar.value());
    }
}
