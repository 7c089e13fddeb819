package dev.bulkhead.compose.yaml;

import java.util.List;

/**
 * A YAML file as a tree over its text.
 *
 * @param source the text
 * @param documents its documents in order; none for a file of comments only
 */
public record YamlFile(SourceText source, List<YamlDocument> documents) {}
