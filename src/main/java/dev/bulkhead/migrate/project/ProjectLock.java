package dev.bulkhead.migrate.project;

import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.files.StartedPrograms;
import dev.bulkhead.migrate.restore.StateDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Lock that keeps two processes from working on one project at the same time; programs that a killed process started count
 * as its work, and their end is waited for.
 */
public final class ProjectLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    private final ExclusiveLock lock;

    private ProjectLock(ExclusiveLock lock) {
        this.lock = lock;
    }

    /**
     * Makes the state directory and takes the lock.
     *
     * @throws MigrationException if somebody else has it, or the directory cannot be made
     */
    public static ProjectLock take(StateDirectory state) throws MigrationException {
        return tryTake(state)
                .orElseThrow(() -> new MigrationException(
                        "Another Bulkhead is at work on this project; wait until it is done, then try again."));
    }

    /**
     * Makes the state directory and takes the lock; empty if somebody else has it.
     *
     * @throws MigrationException if the directory cannot be made
     */
    public static Optional<ProjectLock> tryTake(StateDirectory state) throws MigrationException {
        try {
            state.create();
            Optional<ExclusiveLock> lock = ExclusiveLock.tryTake(state.path().resolve(NAME));
            if (lock.isPresent()) {
                awaitPrograms(state, lock.get());
            }
            return lock.map(ProjectLock::new);
        } catch (IOException e) {
            throw new MigrationException(
                    "Bulkhead's directory " + state.path() + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static void awaitPrograms(StateDirectory state, ExclusiveLock lock) throws IOException, MigrationException {
        try {
            new StartedPrograms(state.path()).awaitEnd(LONGEST_END);
        } catch (InterruptedException e) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new MigrationException("Interrupted before anything was changed.", e);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
