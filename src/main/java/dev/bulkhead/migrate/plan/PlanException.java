package dev.bulkhead.migrate.plan;

/** A wish that no plan leads to from where things are; the message is one sentence for the operator. */
public final class PlanException extends Exception {

    private static final long serialVersionUID = 1L;

    public PlanException(String sentence) {
        super(sentence);
    }
}
