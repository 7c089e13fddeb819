package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import java.util.Optional;
import java.util.OptionalDouble;

/** Following of a view's size: what it keeps showing while it becomes larger or smaller. */
final class Following {

    private static final double ANOTHER_WIDTH = 0.12;
    private static final double ANOTHER_HEIGHT = 0.4;

    private Wish wish = Wish.READABLE;
    /** Whether the last fit showed everything. */
    private boolean whole = true;

    private Fit.Room arrangedFor = new Fit.Room(0, 0, 0, 0);

    /** What is kept in sight. */
    private enum Wish {
        /** Everything, or as much of it as can be read. */
        READABLE,
        /** Everything, however small. */
        WHOLE,
        /** Nothing: the operator went somewhere. */
        NOTHING
    }

    void readable() {
        wish = Wish.READABLE;
    }

    void whole() {
        wish = Wish.WHOLE;
    }

    void nothing() {
        wish = Wish.NOTHING;
    }

    /** Goes on from as much as can be read to everything, and back. */
    void next() {
        wish = wish == Wish.READABLE && !whole ? Wish.WHOLE : Wish.READABLE;
    }

    /**
     * Returns the shape to arrange the map for, if that is another one. A bar or pane that comes or goes below it moves
     * nothing: only a view that is clearly wider or narrower, or half as high again, has another shape.
     */
    OptionalDouble shape(Fit.Room room) {
        boolean same = Math.abs(Math.log(room.width() / arrangedFor.width())) < ANOTHER_WIDTH
                && Math.abs(Math.log(room.height() / arrangedFor.height())) < ANOTHER_HEIGHT;
        if (wish == Wish.NOTHING || same || !room.any()) {
            return OptionalDouble.empty();
        }
        arrangedFor = room;
        return OptionalDouble.of(room.freeWidth() / room.freeHeight());
    }

    /** Returns how a map is shown in a room; empty where that stays as it is. */
    Optional<Fit> fit(Box map, Fit.Room room) {
        if (wish == Wish.NOTHING || map.width() <= 0 || map.height() <= 0 || !room.any()) {
            return Optional.empty();
        }
        Fit fit = Fit.of(map, room, wish == Wish.WHOLE);
        whole = fit.whole();
        return Optional.of(fit);
    }
}
