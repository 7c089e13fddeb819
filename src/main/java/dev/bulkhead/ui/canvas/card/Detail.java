package dev.bulkhead.ui.canvas.card;

/** Level of detail: how much of a card is drawn. */
public enum Detail {
    /** Everything. */
    NEAR,
    /** Its name. */
    MID,
    /** A plain block. */
    FAR
}
