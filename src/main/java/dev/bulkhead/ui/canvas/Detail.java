package dev.bulkhead.ui.canvas;

/** Level of detail: how much of a card can be read at a zoom. */
enum Detail {
    /** Everything. */
    NEAR,
    /** Name and health. */
    MID,
    /** A coloured block. */
    FAR;

    static Detail at(double scale) {
        if (scale >= 0.58) {
            return NEAR;
        }
        return scale >= 0.26 ? MID : FAR;
    }
}
