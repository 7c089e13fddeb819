package dev.bulkhead.layout.address;

import dev.bulkhead.layout.Tint;

/** A colour of the picture, which every look has its own value for. */
public sealed interface Ink {

    /** The colour family of a network. */
    record OfTint(Tint tint) implements Ink {}

    /** A colour with a meaning. */
    enum Tone implements Ink {
        PAPER("space-paper"),
        CARD("space-card"),
        TEXT("space-text"),
        MUTED("space-muted"),
        LINE("space-line"),
        DANGER("space-danger"),
        WARNING("space-warning"),
        ACCENT("space-accent");

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
