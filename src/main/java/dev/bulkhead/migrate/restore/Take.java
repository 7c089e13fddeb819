package dev.bulkhead.migrate.restore;

/** Choice of what the operator takes of a file that somebody changed where a run had changed it as well. */
public enum Take {
    /** The file as the run found it; a copy of what it holds now is kept. */
    FOUND,
    /** The file as it is now; going back leaves it alone. */
    NOW
}
