package dev.bulkhead.migrate.iteration;

/** Answer that only the operator can give and that is missing, where everything else is possible; the message says how to give it. */
public final class UnansweredException extends AnswersException {

    private static final long serialVersionUID = 1L;

    public UnansweredException(String sentence) {
        super(sentence);
    }
}
