package dev.bulkhead.compose.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param span where it stands: from the first dash or bracket to the end of the last item or the closing bracket
 * @param properties anchor and tag
 * @param flow whether it is written in brackets
 * @param items its items in order
 */
public record SequenceNode(Span span, NodeProperties properties, boolean flow, List<YamlNode> items)
        implements YamlNode {}
