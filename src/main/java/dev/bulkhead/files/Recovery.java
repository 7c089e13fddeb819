package dev.bulkhead.files;

import java.nio.file.Path;
import java.util.List;

/** Recovery of a transaction that was cut off: how it was brought to its end. */
public sealed interface Recovery {

    /** None was cut off. */
    record Nothing() implements Recovery {}

    /** Its files are new now. */
    record Finished(List<Path> files) implements Recovery {
        public Finished {
            files = List.copyOf(files);
        }
    }

    /** Its files are old. */
    record Undone(List<Path> files) implements Recovery {
        public Undone {
            files = List.copyOf(files);
        }
    }

    /** It needs a person; the sentence says why and what to do. No file was touched. */
    record Blocked(String sentence) implements Recovery {}
}
