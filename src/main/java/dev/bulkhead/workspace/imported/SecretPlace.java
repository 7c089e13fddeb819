package dev.bulkhead.workspace.imported;

/** Place where an import writes the values of secrets. */
public enum SecretPlace {
    /** The file {@code .env}, which only its owner may read; the Compose file names variables. */
    ENV,
    /** A file for each service under {@code secrets}, which only its owner may read. */
    FILES,
    /** The Compose file itself. */
    INLINE,
    /** Nowhere: Compose asks for them before it starts anything. */
    NOWHERE
}
