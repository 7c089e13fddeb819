package dev.bulkhead.migrate.playbook;

/** A playbook that cannot be used; the message is one sentence that names the file. */
public final class PlaybookException extends Exception {

    private static final long serialVersionUID = 1L;

    public PlaybookException(String sentence) {
        super(sentence);
    }

    public PlaybookException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
