package dev.bulkhead.compose.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A mapping; merge keys are kept as entries.
 *
 * @param span where it stands: from the first key or brace to the end of the last value or the closing brace
 * @param properties anchor and tag
 * @param flow whether it is written in braces
 * @param entries its entries in file order, each name once
 */
public record MappingNode(Span span, NodeProperties properties, boolean flow, List<MappingEntry> entries)
        implements YamlNode {

    /** Returns the entry of a name that stands in this mapping itself, without looking into merge keys. */
    public Optional<MappingEntry> entry(String name) {
        for (MappingEntry entry : entries) {
            if (entry.name().equals(name)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Returns the value of a name that stands in this mapping itself. */
    public Optional<YamlNode> value(String name) {
        return entry(name).map(MappingEntry::value);
    }
}
