package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.PlacesChange;

/**
 * Change of a document, as its listeners are told of it.
 *
 * @param kind what the operator did
 * @param title the edit in a few words; empty for {@link Kind#SAVED} and {@link Kind#RELOADED}
 * @param before the project before
 * @param after the project now
 * @param places what of the map's places is to be as it was before or after the step; empty but for {@link Kind#UNDONE}
 *     and {@link Kind#REDONE}
 * @param revision the document's revision now
 */
public record DocumentChange(
        Kind kind, String title, ComposeProject before, ComposeProject after, PlacesChange places, long revision) {

    /** Returns places as they are after this change. */
    public LayoutPositions on(LayoutPositions now) {
        return switch (kind) {
            case UNDONE -> places.undo(now);
            case REDONE -> places.redo(now);
            case APPLIED, SAVED, RELOADED -> now;
        };
    }

    /** Kinds of change. */
    public enum Kind {
        APPLIED,
        UNDONE,
        REDONE,
        /** The files now hold the text; the project is the same. */
        SAVED,
        /** The project was read anew from disk. */
        RELOADED
    }
}
