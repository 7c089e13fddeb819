package dev.bulkhead.migrate.restore;

import java.time.Instant;

/**
 * Restore point of a run: the bytes and modes of every file it changes, and the engine's state of the project.
 *
 * @param id its name, which is also that of its directory
 * @param run the run it was taken for
 * @param iteration id of that run's iteration
 * @param taken when
 * @param counts how much it holds
 */
public record RestorePoint(String id, String run, String iteration, Instant taken, Counts counts) {

    /**
     * How much it holds.
     *
     * @param files files, those that did not exist included
     * @param containers containers of the project
     * @param networks networks they were on
     * @param bytes size of the files
     */
    public record Counts(int files, int containers, int networks, long bytes) {}
}
