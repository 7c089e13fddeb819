package dev.bulkhead.migrate.project;

import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.migrate.restore.StateDirectory;
import java.io.IOException;
import java.util.Optional;

/** Lock that keeps two processes from working on one project at the same time. */
public final class ProjectLock implements AutoCloseable {

    private static final String NAME = "lock";

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
            return ExclusiveLock.tryTake(state.path().resolve(NAME)).map(ProjectLock::new);
        } catch (IOException e) {
            throw new MigrationException(
                    "Bulkhead's directory " + state.path() + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
