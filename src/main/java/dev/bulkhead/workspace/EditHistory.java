package dev.bulkhead.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Undo and redo as values: each step keeps the whole state on both sides, so that undo gives the very same bytes. */
final class EditHistory {

    record Step(DocumentEdit edit, DocumentState before, DocumentState after) {
        String title() {
            return edit.title();
        }
    }

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();

    void add(Step step) {
        undo.push(step);
        redo.clear();
    }

    Optional<Step> nextUndo() {
        return Optional.ofNullable(undo.peek());
    }

    Optional<Step> nextRedo() {
        return Optional.ofNullable(redo.peek());
    }

    void undone() {
        redo.push(undo.pop());
    }

    void redone() {
        undo.push(redo.pop());
    }

    void clear() {
        undo.clear();
        redo.clear();
    }

    /** Returns the edits that led from a state to the present one; empty if undo went back past that state. */
    @SuppressWarnings("ReferenceEquality") // a moment is itself; comparing whole projects would only be slower
    Optional<List<DocumentEdit>> editsSince(DocumentState state, DocumentState present) {
        List<DocumentEdit> edits = new ArrayList<>();
        if (state == present) {
            return Optional.of(edits);
        }
        for (Iterator<Step> newestFirst = undo.iterator(); newestFirst.hasNext(); ) {
            Step step = newestFirst.next();
            edits.addFirst(step.edit());
            if (step.before() == state) {
                return Optional.of(edits);
            }
        }
        return Optional.empty();
    }
}
