package dev.bulkhead.ui.fx;

/** Progress of a background task while it runs. */
public interface TaskProgress {

    /** Tells what is done at this moment, in a few words. */
    void message(String words);

    /** Tells how much is done, from 0 to 1; a negative value means that it is not known. */
    void fraction(double done);

    /** Returns whether the operator asked to stop; long work looks at it between steps. */
    boolean cancelled();
}
