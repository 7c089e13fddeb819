package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Copies of what is written, so that quotes and variables stay as they are. */
public final class NodeCopies {

    private NodeCopies() {}

    public static YamlValue copy(YamlNode node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case AliasNode alias -> new YamlValue.Raw("*" + alias.name());
            case SequenceNode list ->
                new YamlValue.Items(list.items().stream().map(NodeCopies::copy).toList());
            case MappingNode map -> {
                SequencedMap<String, YamlValue> fields = new LinkedHashMap<>();
                for (MappingEntry entry : map.entries()) {
                    fields.put(entry.name(), copy(entry.value()));
                }
                yield new YamlValue.Fields(fields);
            }
        };
    }

    private static YamlValue scalar(ScalarNode scalar) {
        if (scalar.isEmpty()) {
            return new YamlValue.Nothing();
        }
        String raw = scalar.span().text().substring(scalar.contentStart() - scalar.start());
        return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0
                ? new YamlValue.Raw(raw)
                : new YamlValue.Text(scalar.value());
    }
}
