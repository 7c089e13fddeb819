package dev.bulkhead.migrate.campaign;

/** Verdict on one trial. */
sealed interface Verdict {

    /** Everything is as it has to be. */
    record Passed() implements Verdict {}

    /** Something is not; {@code what} says what. */
    record Failed(String what) implements Verdict {}

    /** The mishap could not be made here; {@code why} says why. */
    record NotTried(String why) implements Verdict {}
}
