package dev.bulkhead.ui.model;

/** Messages to the operator, in one sentence each, without stopping the work. */
public interface Messages {

    /** Something was done. */
    void done(String sentence);

    /** Something was done, and there is something to look at. */
    default void done(String sentence, String link, Runnable look) {
        done(sentence);
    }

    /** Something did not happen, and why. */
    void refused(String sentence);

    /** Something went wrong. */
    void failed(String sentence);
}
