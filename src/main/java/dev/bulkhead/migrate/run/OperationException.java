package dev.bulkhead.migrate.run;

/** An operation that failed; the message is one sentence for the operator. */
final class OperationException extends Exception {

    private static final long serialVersionUID = 1L;

    OperationException(String sentence) {
        super(sentence);
    }

    OperationException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
