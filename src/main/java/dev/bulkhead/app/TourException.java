package dev.bulkhead.app;

/** The tour could not be finished; the message says why. */
final class TourException extends Exception {

    private static final long serialVersionUID = 1L;

    TourException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
