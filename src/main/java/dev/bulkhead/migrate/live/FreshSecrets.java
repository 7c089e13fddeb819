package dev.bulkhead.migrate.live;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fresh secrets of a run: values that it made in the place of others that people know, for the operator to be shown once. They
 * are in memory alone, and gone when they were taken or their files went back; usable from any thread.
 */
public final class FreshSecrets {

    private final SortedMap<String, String> values = new TreeMap<>();

    /** None yet. */
    public FreshSecrets() {}

    /** Keeps the value that was written into a file. */
    public synchronized void made(String file, String value) {
        values.put(file, value);
    }

    /** Forgets the value of a file, which holds another again or is gone. */
    public synchronized void forget(String file) {
        values.remove(file);
    }

    /** Returns the values by their files, and keeps them no more: who shows them shows them once. */
    public synchronized SortedMap<String, String> take() {
        SortedMap<String, String> taken = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        values.clear();
        return taken;
    }

    /** Counts them and shows no value. */
    @Override
    public synchronized String toString() {
        return "FreshSecrets[" + values.size() + "]";
    }
}
