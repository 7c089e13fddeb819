package dev.bulkhead.layout.address;

/** Sizes of the picture of the address space, in pixels at its usual size. */
final class SpaceMetrics {

    static final double MARGIN = 18;
    static final double GAP = 10;
    /** Width that a card gets at least, its gap included. */
    static final double COLUMN = 228;

    static final double CARD_HEIGHT = 78;
    static final double FREE_HEIGHT = 78;
    static final double FAMILY_HEAD = 44;
    static final double FAMILY_GAP = 18;
    static final double FRAME_HEAD = 56;
    static final double PADDING = 12;
    static final double TILE = 16;
    static final double TILE_GAP = 4;
    /** More blocks than these in one frame are drawn as tiles until somebody unfolds it. */
    static final int MOST_CARDS = 24;

    private SpaceMetrics() {}
}
