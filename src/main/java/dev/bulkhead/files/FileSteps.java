package dev.bulkhead.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The single steps that a transaction consists of; tests put themselves between them. */
class FileSteps {

    /** Readers of a new file until it gets the attributes of another. */
    enum Readers {
        /** Its owner only, since it can hold secrets. */
        OWNER,
        /** Whoever the user's own settings allow. */
        USUAL
    }

    /** Makes a new file with these bytes and waits until the disk has them. */
    void create(Path file, byte[] content, Readers readers) throws IOException {
        Files.deleteIfExists(file);
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix && readers == Readers.OWNER
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            fill(channel, content);
        }
    }

    /**
     * Keeps a file's content under a second name.
     *
     * @param copy whether the content itself is copied, because the file is going to be written into
     */
    void backUp(Path file, Path backup, boolean copy) throws IOException {
        Files.deleteIfExists(backup);
        if (!copy) {
            try {
                Files.createLink(backup, file);
                return;
            } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
                Files.deleteIfExists(backup);
            }
        }
        create(backup, Files.readAllBytes(file), Readers.OWNER);
        FileAttributes.copy(file, backup);
    }

    /** Puts these bytes into a file that exists and waits until the disk has them. */
    void overwrite(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            fill(channel, content);
        }
    }

    /** Puts one file in the place of another, in one step. */
    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Sets who may read, write and run a file. */
    void setPermissions(Path file, String symbolic) throws IOException {
        FileAttributes.setPermissions(file, symbolic);
    }

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Makes a directory. */
    void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    /** Waits until the disk knows the names in a directory. */
    void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException unsupported) {
            // Windows cannot open directories; its renames are ordered by the file system's own journal.
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                throw unsupported;
            }
        }
    }

    private static void fill(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }
}
