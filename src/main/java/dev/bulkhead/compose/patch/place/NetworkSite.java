package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;

/**
 * A place where a network is declared.
 *
 * @param file the file
 * @param networks the mapping that holds the declaration
 * @param networksEntry the top-level entry of that mapping
 * @param entry the network's key and value
 */
public record NetworkSite(SourceFile file, MappingNode networks, MappingEntry networksEntry, MappingEntry entry) {}
