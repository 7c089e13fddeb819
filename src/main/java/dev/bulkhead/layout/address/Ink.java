package dev.bulkhead.layout.address;

import dev.bulkhead.layout.Tint;

/** A colour of the picture, which every look has its own value for. */
public sealed interface Ink {

    /** The colour family of a network. */
    record OfTint(Tint tint) implements Ink {}

    /** A colour with a meaning. */
    enum Tone implements Ink {
        PAPER("bh-space-paper"),
        CARD("bh-space-card"),
        TEXT("bh-space-text"),
        MUTED("bh-space-muted"),
        LINE("bh-space-line"),
        DANGER("bh-space-danger"),
        WARNING("bh-space-warning"),
        ACCENT("bh-space-accent");

        private final String styleClass;

        Tone(String styleClass) {
            this.styleClass = styleClass;
        }

        /** Returns the style class whose background is the colour. */
        public String styleClass() {
            return styleClass;
        }
    }
}
