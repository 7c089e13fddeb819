package dev.bulkhead.compose.yaml;

/**
 * A reference to an anchored node before it.
 *
 * @param span where it stands, {@code *} included
 * @param name the name after {@code *}
 * @param target the anchored node
 */
public record AliasNode(Span span, String name, YamlNode target) implements YamlNode {

    @Override
    public NodeProperties properties() {
        return NodeProperties.NONE;
    }

    @Override
    public YamlNode resolved() {
        return target.resolved();
    }

    /** Leaves the target out, which can be large. */
    @Override
    public String toString() {
        return "AliasNode[span=" + span + ", name=" + name + "]";
    }
}
