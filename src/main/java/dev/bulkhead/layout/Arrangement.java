package dev.bulkhead.layout;

/** Arrangement of the zones by an automatic layout. */
public enum Arrangement {
    /** In rows, by tier, filling a rectangle. */
    ROWS,
    /** In layers, so that networks that share services stand beside each other. */
    LAYERED,
    /** By attraction and repulsion, for projects whose networks have no order. */
    FORCE
}
