package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Comparison of places by where their paths lead: what is named through a symbolic link is the same. */
public final class SamePlace {

    private SamePlace() {}

    /**
     * Returns whether a path that somebody else wrote down leads to a place of this machine; a place that is gone is told by
     * its path only.
     *
     * @param told may be a path of another kind of machine
     */
    public static boolean of(String told, Path known) {
        try {
            Path one = Path.of(told).toAbsolutePath().normalize();
            Path other = known.toAbsolutePath().normalize();
            return one.equals(other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
