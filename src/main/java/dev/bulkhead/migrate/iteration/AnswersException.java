package dev.bulkhead.migrate.iteration;

/** Answers that cannot be used; the message is one sentence that names the answer and what would be right. */
public class AnswersException extends Exception {

    private static final long serialVersionUID = 1L;

    public AnswersException(String sentence) {
        super(sentence);
    }
}
