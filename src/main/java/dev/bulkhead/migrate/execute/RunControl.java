package dev.bulkhead.migrate.execute;

/** Pause and cancel control of a run, usable from any thread; wishes take effect between two operations. */
public final class RunControl {

    private boolean paused;
    private boolean cancelled;
    private int lanes = 1;

    /** Asks the run to hold before its next operation. */
    public synchronized void pause() {
        paused = true;
        notifyAll();
    }

    /** Lets a held run go on. */
    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Asks the run to stop before its next operation. */
    public synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    /**
     * Wants so many steps side by side at most, of those that do not wait for each other; one, unless this is said. While
     * one service is made anew, others are waited for.
     */
    public synchronized void sideBySide(int most) {
        lanes = Math.max(1, most);
    }

    /** Returns how many steps may be side by side. */
    public synchronized int lanes() {
        return lanes;
    }

    /** Holds the run before its next operation, or lets it go on. */
    public void togglePause() {
        if (pauseWanted()) {
            resume();
        } else {
            pause();
        }
    }

    /** Returns whether the run is asked to hold. */
    public synchronized boolean pauseWanted() {
        return paused;
    }

    /** Returns whether the run is asked to stop. */
    public synchronized boolean cancelWanted() {
        return cancelled;
    }

    /** Blocks while the run is asked to hold and not to stop. */
    public synchronized void awaitResume() throws InterruptedException {
        while (paused && !cancelled) {
            wait();
        }
    }
}
