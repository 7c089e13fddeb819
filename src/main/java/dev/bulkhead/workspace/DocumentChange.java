package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeProject;

/**
 * Change of a document, as its listeners are told of it.
 *
 * @param kind what the operator did
 * @param title the edit in a few words; empty for {@link Kind#SAVED} and {@link Kind#RELOADED}
 * @param before the project before
 * @param after the project now
 * @param revision the document's revision now
 */
public record DocumentChange(Kind kind, String title, ComposeProject before, ComposeProject after, long revision) {

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
