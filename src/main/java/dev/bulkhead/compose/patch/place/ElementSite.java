package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;

/**
 * A place where an element of a section is declared: a service, network, volume, secret or config.
 *
 * @param file the file
 * @param section the mapping that holds the declaration
 * @param sectionEntry the top-level entry of that mapping
 * @param entry the element's key and value
 */
public record ElementSite(SourceFile file, MappingNode section, MappingEntry sectionEntry, MappingEntry entry) {}
