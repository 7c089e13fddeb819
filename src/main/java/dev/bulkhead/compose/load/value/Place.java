package dev.bulkhead.compose.load.value;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.SourceMark;

/**
 * Place where a value was written.
 *
 * @param source the file
 * @param offset char offset in its text
 */
public record Place(SourceText source, int offset) {

    public static Place of(YamlNode node) {
        return new Place(node.span().source(), node.contentStart());
    }

    public SourceMark mark() {
        return source.mark(offset);
    }

    /** Returns a fault at this place. */
    public ComposeException fault(String sentence) {
        return new ComposeException(mark(), sentence);
    }
}
