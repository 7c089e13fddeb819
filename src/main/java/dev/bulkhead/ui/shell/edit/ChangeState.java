package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.check.Finding;
import java.util.List;

/** Standing of the operator's edits: in the window, on disk, or on the engine as well. */
public sealed interface ChangeState {

    /** Files and window say the same, and nothing that was saved here waits to be applied. */
    record None() implements ChangeState {}

    /**
     * Edits that are not on disk yet.
     *
     * @param files names of the files that would change
     * @param broken errors that the edits bring about
     * @param names aliases and addresses that are kept or lost
     */
    record Edited(List<String> files, List<Finding> broken, NameChanges names) implements ChangeState {
        public Edited {
            files = List.copyOf(files);
            broken = List.copyOf(broken);
        }

        /** Returns what would be written, in a few words. */
        public String words() {
            return files.size() == 1 ? files.getFirst() + " not saved" : files.size() + " files not saved";
        }

        /** Returns what the edits bring about, in a few words; empty text for nothing bad. */
        public String trouble() {
            return switch (broken.size()) {
                case 0 -> "";
                case 1 -> "1 new error";
                default -> broken.size() + " new errors";
            };
        }
    }

    /** Edits that are on disk, and of which the engine knows nothing yet. */
    record Saved() implements ChangeState {}
}
