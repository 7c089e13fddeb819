package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Targets of writes: the real files that they mean; those that lie outside the project are refused. */
final class WriteTargets {

    private final Path root;

    WriteTargets(Path root) {
        this.root = root;
    }

    /** A write with the real file behind its path. */
    record Target(Path file, FileWrite write) {}

    List<Target> resolve(List<FileWrite> writes) throws FileWriteException {
        Set<Path> seen = new HashSet<>();
        List<Target> targets = new ArrayList<>();
        for (FileWrite write : writes) {
            Path file = real(write.path());
            if (!seen.add(file)) {
                throw new FileWriteException(
                        write.path() + " is written twice in one save, perhaps over a symbolic link" + " to " + file
                                + "; write it once.");
            }
            targets.add(new Target(file, write));
        }
        return targets;
    }

    private Path real(Path path) throws FileWriteException {
        Path named = path.toAbsolutePath().normalize();
        try {
            Path realRoot = root.toRealPath();
            if (Files.exists(named)) {
                return existing(named, realRoot);
            }
            if (Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileWriteException(named + " is a symbolic link to nothing (" + Files.readSymbolicLink(named)
                        + "); remove it, or make the file it leads to.");
            }
            return fresh(named, realRoot);
        } catch (IOException failed) {
            throw new FileWriteException(named + " cannot be found out about: " + failed.getMessage() + ".", failed);
        }
    }

    private static Path existing(Path named, Path realRoot) throws IOException, FileWriteException {
        Path real = named.toRealPath();
        if (!real.startsWith(realRoot)) {
            throw outside(named, real, realRoot);
        }
        if (!Files.isRegularFile(real)) {
            throw new FileWriteException(named + " is not a regular file, so it cannot be written.");
        }
        if (!Files.isWritable(real)) {
            throw new FileWriteException(named + " is read-only for this user; allow writing to it first.");
        }
        return real;
    }

    private static Path fresh(Path named, Path realRoot) throws IOException, FileWriteException {
        Path ancestor = named.getParent();
        while (ancestor != null && !Files.exists(ancestor)) {
            ancestor = ancestor.getParent();
        }
        if (ancestor == null) {
            throw new FileWriteException(named + " has no directory that exists.");
        }
        Path real = ancestor.toRealPath().resolve(ancestor.relativize(named));
        if (!real.startsWith(realRoot)) {
            throw outside(named, real, realRoot);
        }
        return real;
    }

    private static FileWriteException outside(Path named, Path real, Path realRoot) {
        String how = named.equals(real) ? named + " lies" : named + " leads to " + real + ", which lies";
        return new FileWriteException(how + " outside the project directory " + realRoot
                + "; Bulkhead writes only inside it. Open the directory that holds both instead.");
    }
}
