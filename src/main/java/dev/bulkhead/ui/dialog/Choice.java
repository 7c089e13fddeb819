package dev.bulkhead.ui.dialog;

import dev.bulkhead.ui.words.Words;

/**
 * Answer that a dialog offers.
 *
 * @param text what its button says: a verb
 * @param kind what it does
 * @param run what follows
 */
public record Choice(String text, Kind kind, Runnable run) {

    /** What an answer does. */
    public enum Kind {
        /** What most want; Enter takes it. */
        DEFAULT,
        OTHER,
        /** Something is lost. */
        DANGER,
        /** Nothing happens; Escape takes it. */
        CANCEL
    }

    /** Returns the answer that changes nothing. */
    public static Choice cancel() {
        return new Choice(Words.of("choice.cancel"), Kind.CANCEL, () -> {});
    }
}
