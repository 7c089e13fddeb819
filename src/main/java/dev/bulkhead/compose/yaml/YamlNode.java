package dev.bulkhead.compose.yaml;

import dev.bulkhead.topology.SourceMark;

/**
 * A node of a YAML document that knows where it stands in the text.
 *
 * <p>Spans hold the node's properties (anchor, tag) and its content, and end with the content's last character: comments
 * and blank lines after a block are outside. An empty value has an empty span right after its colon or dash.
 */
public sealed interface YamlNode permits ScalarNode, SequenceNode, MappingNode, AliasNode {

    /** Returns where the node stands. */
    Span span();

    /** Returns the node's anchor and tag; an alias has none. */
    NodeProperties properties();

    /** Returns the node itself, or what an alias stands for. */
    default YamlNode resolved() {
        return this;
    }

    /** Returns the char offset where the node starts, its properties included. */
    default int start() {
        return span().start();
    }

    /** Returns the char offset after the node's last character. */
    default int end() {
        return span().end();
    }

    /** Returns the char offset where the content starts, after anchor and tag. */
    default int contentStart() {
        return properties().isEmpty() ? start() : PropertyScan.contentStart(this);
    }

    /** Returns the place of the node. */
    default SourceMark mark() {
        return span().mark();
    }
}
