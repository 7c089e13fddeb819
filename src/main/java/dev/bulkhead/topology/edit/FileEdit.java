package dev.bulkhead.topology.edit;

import java.util.Optional;

/**
 * Change of a whole file of a project, whatever it holds: a Compose file, {@code .env}, the configuration of a service.
 *
 * <p>Names are relative to the project directory, with forward slashes, and never lead out of it.
 */
public sealed interface FileEdit extends ProjectEdit {

    /** Returns the file that changes. */
    String file();

    /**
     * Edit that makes a file, or gives one another text.
     *
     * @param mode who may read it afterwards; empty means as it is, or as usual for a new file
     */
    record WriteFile(String file, String text, Optional<FileMode> mode) implements FileEdit {
        public WriteFile(String file, String text) {
            this(file, text, Optional.empty());
        }

        /** Names the file but not its text, which can hold secrets. */
        @Override
        public String toString() {
            return "WriteFile[" + file + "]";
        }
    }

    /** Edit that puts another text in the place of one that stands exactly once in a file. */
    record ReplaceText(String file, String old, String fresh) implements FileEdit {
        @Override
        public String toString() {
            return "ReplaceText[" + file + "]";
        }
    }

    /** Edit that gives a file another name or folder; its text and mode go with it. */
    record MoveFile(String file, String to) implements FileEdit {}

    /** Edit that deletes a file. */
    record DeleteFile(String file) implements FileEdit {}

    /** Edit that sets who may read, write and run a file. */
    record SetFileMode(String file, FileMode mode) implements FileEdit {}

    /** Returns what the edit does in a few words. */
    @Override
    default String describe() {
        return switch (this) {
            case WriteFile write -> "write " + write.file();
            case ReplaceText replace -> "change " + replace.file();
            case MoveFile(String file, String to) -> "move " + file + " to " + to;
            case DeleteFile(String file) -> "delete " + file;
            case SetFileMode(String file, FileMode mode) -> "set the mode of " + file + " to " + mode.octal();
        };
    }
}
