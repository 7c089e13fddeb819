package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Mode and owner of files, where the file system knows them. */
final class FileAttributes {

    private FileAttributes() {}

    /** Gives a file the mode, owner and group of another; returns false where owner or group cannot be given away. */
    static boolean copy(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source == null || target == null) {
            return true;
        }
        PosixFileAttributes wanted = source.readAttributes();
        target.setPermissions(wanted.permissions());
        PosixFileAttributes present = target.readAttributes();
        try {
            if (!present.group().equals(wanted.group())) {
                target.setGroup(wanted.group());
            }
            if (!present.owner().equals(wanted.owner())) {
                target.setOwner(wanted.owner());
            }
        } catch (IOException notAllowed) {
            return false;
        }
        // A change of owner clears set-id bits.
        target.setPermissions(wanted.permissions());
        return true;
    }

    /** Returns who may do what with a file, in symbolic form; empty where the file system does not know. */
    static Optional<String> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null
                ? Optional.empty()
                : Optional.of(
                        PosixFilePermissions.toString(view.readAttributes().permissions()));
    }

    /** Sets who may do what with a file, where the file system knows such a thing. */
    static void setPermissions(Path file, String symbolic) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(symbolic));
        }
    }

    /** Returns whether the file has further names that a rename would cut off. */
    static boolean hasOtherNames(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("unix")
                && Files.getAttribute(file, "unix:nlink") instanceof Integer links
                && links > 1;
    }
}
