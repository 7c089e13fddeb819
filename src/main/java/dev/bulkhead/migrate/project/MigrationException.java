package dev.bulkhead.migrate.project;

/** Failure that keeps an iteration from being planned or started; the message is one sentence for the operator. */
public final class MigrationException extends Exception {

    private static final long serialVersionUID = 1L;

    public MigrationException(String sentence) {
        super(sentence);
    }

    public MigrationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
