package dev.bulkhead.layout;

/** How an automatic layout arranges the zones. */
public enum Arrangement {
    /** In rows, by tier, filling a rectangle. */
    ROWS,
    /** In layers, so that networks that share services stand beside each other. */
    LAYERED,
    /** By attraction and repulsion, for projects whose networks have no order. */
    FORCE
}
