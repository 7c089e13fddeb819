package dev.bulkhead.cli.command;

/** A picture that could not be made; the message is one sentence for the operator. */
public final class PictureException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A failure with what would help. */
    public PictureException(String sentence) {
        super(sentence);
    }
}
