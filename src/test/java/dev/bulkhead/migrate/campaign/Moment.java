package dev.bulkhead.migrate.campaign;

/** Moment of an operation at which something goes wrong. */
enum Moment {
    /** It is in the journal, and nothing of it is done. */
    BEFORE,
    /** Some of it is done: one call of several, one service of several, one write of several. */
    IN,
    /** All of it is done, and the journal does not tell. */
    AFTER,
    /** The journal tells. */
    JOURNALLED
}
