package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlNode;

/**
 * A place where a field of a service is written.
 *
 * @param site the service that reads it
 * @param around the mapping that holds it
 * @param entry its key and value
 * @param own whether it stands in the service itself, and not in a mapping that the service takes over
 */
public record FieldPlace(ServiceSite site, MappingNode around, MappingEntry entry, boolean own) {

    public SourceFile file() {
        return site.file();
    }

    /** Returns what the field holds, aliases followed. */
    public YamlNode value() {
        return entry.value().resolved();
    }

    /** Returns whether other services may read the same text: it is taken over, or the value is an alias. */
    public boolean shared() {
        return !own || entry.value() instanceof AliasNode;
    }
}
