package dev.bulkhead.migrate.verify;

/** Status of a check: how it ended. */
public enum CheckStatus {
    /** It was looked at and holds. */
    PASSED,
    /** It was looked at and does not hold. */
    FAILED,
    /** It holds, but the operator should know something. */
    WARNING,
    /** It could not be looked at, which is not the same as passed. */
    UNKNOWN
}
