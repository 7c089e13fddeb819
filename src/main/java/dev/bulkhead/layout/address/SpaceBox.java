package dev.bulkhead.layout.address;

import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.layout.Box;

/**
 * A block of the address space with its place on the picture.
 *
 * @param form how it is drawn
 * @param depth how many blocks it lies in
 */
public record SpaceBox(SpaceNode node, Box box, Form form, int depth) {

    /** Form of a block: how it is drawn. */
    public enum Form {
        /** A heading with everything below it. */
        FAMILY,
        /** A frame with a heading and blocks inside. */
        FRAME,
        /** A frame whose blocks are too many for cards: one small tile for each. */
        TILED,
        /** A card. */
        CARD,
        /** A small square. */
        TILE
    }
}
