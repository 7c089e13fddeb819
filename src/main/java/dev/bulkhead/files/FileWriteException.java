package dev.bulkhead.files;

/** A set of files that could not be written; all of them hold what they held before. */
public final class FileWriteException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A refusal, with the reason as a sentence for the operator. */
    public FileWriteException(String sentence) {
        super(sentence);
    }

    /** A failure of the file system, with a sentence for the operator. */
    public FileWriteException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
