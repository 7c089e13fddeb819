package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * File that is given to a user, with a mode of its own, before it gets its name: nobody else has it open for a moment.
 *
 * @param path where it stands
 * @param permissions who may read and write it, for instance {@code r--------}
 * @param owner the user and group it is given to, by their numbers; empty for the one who writes it
 */
public record OwnedFile(Path path, String permissions, Optional<Owner> owner) {

    /** User and group by their numbers. */
    public record Owner(int uid, int gid) {}

    /**
     * Writes it whole: after it, or after a crash in it, the file is there as it has to be or not at all. Directories that
     * are missing are made for the owner of the one above them alone.
     *
     * @throws IOException if it cannot be written or given away; then it is as it was
     */
    public void write(byte[] content) throws IOException {
        Path directory = Optional.ofNullable(path.toAbsolutePath().getParent())
                .orElseThrow(() -> new IOException(path + " is no file"));
        directories(directory);
        FileSteps steps = new FileSteps();
        Path fresh = unfinished();
        try {
            steps.create(fresh, content, FileSteps.Readers.OWNER);
            if (posix(directory)) {
                if (owner.isPresent()) {
                    give(fresh, owner.get());
                }
                steps.setPermissions(fresh, permissions);
            }
            steps.rename(fresh, path);
        } catch (IOException failed) {
            Files.deleteIfExists(fresh);
            throw failed;
        }
        steps.syncDirectory(directory);
    }

    /**
     * Puts other bytes into a file that stays the same one, with its owner and mode: containers that have it mounted alone see
     * them at once. Its owner may write into it although its mode says no.
     *
     * @throws IOException if they cannot be written
     */
    public static void overwrite(Path file, byte[] content) throws IOException {
        Optional<String> permissions = FileAttributes.permissions(file);
        try {
            if (permissions.isPresent() && permissions.get().charAt(1) != 'w') {
                FileAttributes.setPermissions(
                        file,
                        permissions.get().charAt(0) + "w" + permissions.get().substring(2));
            }
            new FileSteps().overwrite(file, content);
        } finally {
            if (permissions.isPresent()) {
                FileAttributes.setPermissions(file, permissions.get());
            }
        }
    }

    /** Returns the name that it has until it is whole; what a crash leaves of it stands there. */
    public Path unfinished() {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    private static void give(Path file, Owner owner) throws IOException {
        if (owner.equals(ownerOf(file))) {
            return;
        }
        try {
            Files.setAttribute(file, "unix:gid", owner.gid());
            Files.setAttribute(file, "unix:uid", owner.uid());
        } catch (FileSystemException notAllowed) {
            throw new IOException(
                    "it cannot be given to user " + owner.uid() + ":" + owner.gid() + ", which only root may do",
                    notAllowed);
        }
    }

    private static Owner ownerOf(Path file) throws IOException {
        return new Owner((Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS), (Integer)
                Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS));
    }

    private static void directories(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path there = directory;
        while (there != null && !Files.isDirectory(there)) {
            missing.addFirst(there);
            there = there.getParent();
        }
        PrivateFiles.createDirectories(directory);
        if (there != null && posix(there)) {
            Owner above = ownerOf(there);
            for (Path made : missing) {
                if (!ownerOf(made).equals(above)) {
                    give(made, above);
                }
            }
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("unix");
    }
}
