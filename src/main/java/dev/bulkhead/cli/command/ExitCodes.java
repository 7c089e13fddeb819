package dev.bulkhead.cli.command;

/** Exit codes of the command line, a public contract. */
public final class ExitCodes {

    /** Everything is as it should be. */
    public static final int FINE = 0;

    /** Findings, violated rules, drift or a failed verification. */
    public static final int FINDINGS = 1;

    /** Bad usage or unreadable input; nothing was changed. */
    public static final int BAD_INPUT = 2;

    /** An apply failed and was rolled back. */
    public static final int ROLLED_BACK = 3;

    /** An apply failed and needs a person. */
    public static final int NEEDS_PERSON = 4;

    private ExitCodes() {}
}
