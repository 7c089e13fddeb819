package dev.bulkhead.app.picture;

/** The tour could not be finished; the message says why. */
public final class TourException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Fails with a sentence and what was the cause. */
    public TourException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
