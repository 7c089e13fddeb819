package dev.bulkhead.ui.model;

/** Tells the operator something in one sentence, without stopping the work. */
public interface Messages {

    /** Something was done. */
    void done(String sentence);

    /** Something did not happen, and why. */
    void refused(String sentence);

    /** Something went wrong. */
    void failed(String sentence);
}
