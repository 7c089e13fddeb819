package dev.bulkhead.migrate;

import dev.bulkhead.migrate.restore.StateDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two processes from migrating one project at the same time. */
final class ProjectLock implements AutoCloseable {

    private static final String NAME = "lock";

    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the state directory and takes the lock.
     *
     * @throws MigrationException if somebody else has it, or the directory cannot be made
     */
    static ProjectLock take(StateDirectory state) throws MigrationException {
        try {
            state.create();
            FileChannel channel =
                    FileChannel.open(state.path().resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new MigrationException(
                        "Another Bulkhead is at work on this project; wait until it is done, then try again.");
            }
            return new ProjectLock(channel);
        } catch (IOException e) {
            throw new MigrationException(
                    "Bulkhead's directory " + state.path() + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null; // by another part of this process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock goes with the process at the latest
            return;
        }
    }
}
