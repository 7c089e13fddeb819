package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Failures of the file system in words. */
public final class FileFaults {

    private static final String NO_ROOM = "disk is full; make room on it and try again.";

    private FileFaults() {}

    /** Returns what happened to which file and what would help, as a sentence. */
    public static String sentence(IOException fault) {
        return switch (fault) {
            case AccessDeniedException denied ->
                denied.getFile() + " may not be accessed by this user; change its permissions or run as another user.";
            case NoSuchFileException missing -> missing.getFile() + " does not exist (any more).";
            case FileAlreadyExistsException there -> there.getFile() + " stands in the way; move or rename it.";
            case FileSystemException other when speaksOfRoom(other.getReason()) -> other.getFile() + ": the " + NO_ROOM;
            case FileSystemException other ->
                other.getFile() + ": " + (other.getReason() == null ? "the file system refused" : other.getReason())
                        + ".";
            default -> speaksOfRoom(fault.getMessage()) ? "the " + NO_ROOM : fault.getMessage() + ".";
        };
    }

    /** Returns whether the system's words say that the disk is full; Java has no type for it. */
    private static boolean speaksOfRoom(@Nullable String words) {
        return words != null && words.toLowerCase(Locale.ROOT).startsWith("no space left on device");
    }
}
