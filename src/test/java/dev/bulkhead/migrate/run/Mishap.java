package dev.bulkhead.migrate.run;

/** What goes wrong with one call that changes the engine. */
enum Mishap {
    /** Nothing. */
    NONE,
    /** The engine refuses the call. */
    REFUSED,
    /** The engine does it and answers that it did not. */
    DONE_BUT_REFUSED,
    /** The process ends before the call. */
    CRASH_BEFORE,
    /** The process ends in a call that brings services up: their old containers are gone, the new ones not started yet. */
    CRASH_WITHIN,
    /** The process ends after the call. */
    CRASH_AFTER;

    /** The end of the process, which nothing in it can catch and go on from. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
