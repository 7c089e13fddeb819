package dev.bulkhead.migrate.execute;

import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.live.FreshSecrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Operator's hand on a run: pause and cancel, the secrets he gives to it, and those it made for him; usable from any thread; wishes take effect between two operations. */
public final class RunControl {

    private boolean paused;
    private boolean cancelled;
    private int lanes = 1;
    private final Map<String, String> secrets = new HashMap<>();
    private final FreshSecrets fresh = new FreshSecrets();
    private Giver giver = wanted -> Optional.empty();

    /** Giver of secrets that a change asks for. */
    @FunctionalInterface
    public interface Giver {
        /** Returns the secret; empty if there is none to give. */
        Optional<String> give(SecretSource.Given wanted);
    }

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

    /** Gives a secret that a step asks for by its id; it is kept in memory alone. */
    public synchronized void give(String id, String secret) {
        secrets.put(id, secret);
    }

    /** States who is asked for secrets that were not given beforehand. */
    public synchronized void secretsFrom(Giver asked) {
        giver = asked;
    }

    /** Returns a secret that was given, or is given now; empty if there is none. */
    public synchronized Optional<String> given(SecretSource.Given wanted) {
        if (!secrets.containsKey(wanted.id())) {
            giver.give(wanted).ifPresent(secret -> secrets.put(wanted.id(), secret));
        }
        return Optional.ofNullable(secrets.get(wanted.id()));
    }

    /** Returns the values that the run made and that the operator is to be shown once. */
    public FreshSecrets fresh() {
        return fresh;
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
