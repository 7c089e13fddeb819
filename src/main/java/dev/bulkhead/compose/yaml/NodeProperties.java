package dev.bulkhead.compose.yaml;

import java.util.Optional;

/**
 * Properties that can stand before the content of a node.
 *
 * @param anchor the name after {@code &}
 * @param tag the tag as the parser resolves it: {@code !reset} stays, {@code !!str} becomes {@code tag:yaml.org,2002:str}
 */
public record NodeProperties(Optional<String> anchor, Optional<String> tag) {

    public static final NodeProperties NONE = new NodeProperties(Optional.empty(), Optional.empty());

    /** Returns whether there is neither anchor nor tag. */
    public boolean isEmpty() {
        return anchor.isEmpty() && tag.isEmpty();
    }
}
