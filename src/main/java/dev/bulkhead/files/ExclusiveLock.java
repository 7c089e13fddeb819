package dev.bulkhead.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** A file held locked, which only one process can do; the lock goes with the process at the latest. */
public final class ExclusiveLock implements AutoCloseable {

    private final FileChannel channel;

    private ExclusiveLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; empty when somebody else has it, be it another part of this process.
     *
     * @param file made if it is not there; its directory has to be
     * @throws IOException if the file cannot be made or locked
     */
    public static Optional<ExclusiveLock> tryTake(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.closed(file));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new ExclusiveLock(channel));
            }
        } catch (OverlappingFileLockException heldHere) {
            channel.close();
            return Optional.empty();
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
            return;
        }
    }
}
