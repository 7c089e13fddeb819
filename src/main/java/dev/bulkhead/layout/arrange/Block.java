package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.ZonePlace;
import java.util.List;
import java.util.Optional;

/** A zone or section that is to be placed. */
public sealed interface Block permits GridBlock, SectionedBlock {

    /** Returns its key. */
    String key();

    /** Returns whether it stands alone, after the others: a flat network that others are carved out of. */
    boolean apart();

    /** Returns the sizes it can have, narrowest first. */
    List<Shape> shapes();

    /** Returns the size it needs at its remembered place. */
    Shape keeping(ZonePlace place);

    /** Returns the size it needs there when what is new stands at its right; empty where it only grows downwards. */
    Optional<Shape> wider(ZonePlace place);

    /** Returns whether it holds no card, so that stretching it costs nothing. */
    boolean empty();
}
