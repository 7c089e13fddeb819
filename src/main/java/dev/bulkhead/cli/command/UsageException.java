package dev.bulkhead.cli.command;

/** Failure of a word on the command line that does not mean what it should; the message is one sentence for the operator. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Fails with a sentence for the operator. */
    public UsageException(String sentence) {
        super(sentence);
    }
}
