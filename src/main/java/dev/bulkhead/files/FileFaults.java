package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures of the file system in words. */
public final class FileFaults {

    private FileFaults() {}

    /** Returns what happened to which file and what would help, as a sentence. */
    public static String sentence(IOException fault) {
        return switch (fault) {
            case AccessDeniedException denied ->
                denied.getFile() + " may not be accessed by this user; change its permissions or run as another user.";
            case NoSuchFileException missing -> missing.getFile() + " does not exist (any more).";
            case FileSystemException other ->
                other.getFile() + ": " + (other.getReason() == null ? "the file system refused" : other.getReason())
                        + ".";
            default -> fault.getMessage() + ".";
        };
    }
}
