package dev.bulkhead.migrate.run;

/** Pause and cancel control of a run, usable from any thread; wishes take effect between two operations. */
public final class RunControl {

    private boolean paused;
    private boolean cancelled;

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

    /** Returns whether the run is asked to hold. */
    public synchronized boolean pauseWanted() {
        return paused;
    }

    /** Returns whether the run is asked to stop. */
    public synchronized boolean cancelWanted() {
        return cancelled;
    }

    /** Blocks while the run is asked to hold and not to stop. */
    synchronized void awaitResume() throws InterruptedException {
        while (paused && !cancelled) {
            wait();
        }
    }
}
