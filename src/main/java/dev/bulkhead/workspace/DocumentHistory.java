package dev.bulkhead.workspace;

import java.util.List;
import java.util.Optional;

/**
 * Steps of a document: what was done since it was opened, and what was undone and can be done again.
 *
 * @param steps what each step does in a few words, the first one first; the oldest may have been given up
 * @param done how many of them are done
 * @param saved how many of them the files on disk hold; -1 where no number of them does
 */
public record DocumentHistory(List<String> steps, int done, int saved) {

    /** Nothing was done. */
    public static final DocumentHistory NONE = new DocumentHistory(List.of(), 0, 0);

    public DocumentHistory {
        steps = List.copyOf(steps);
    }

    /** Returns what undo would take back. */
    public Optional<String> undoTitle() {
        return done == 0 ? Optional.empty() : Optional.of(steps.get(done - 1));
    }

    /** Returns what redo would do again. */
    public Optional<String> redoTitle() {
        return done == steps.size() ? Optional.empty() : Optional.of(steps.get(done));
    }
}
