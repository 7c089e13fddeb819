package dev.bulkhead.layout;

/**
 * A zone on the map.
 *
 * @param key key of the network, or one of {@link ZoneKeys}
 * @param tint its colour family
 * @param columns how many cards stand side by side
 */
public record ZoneBox(String key, ZoneKind kind, Tint tint, int columns, Box box) {

    /** Height of a zone of which only the title is shown, in map units. */
    private static final double FOLDED = 56;

    /** Returns this as high as its title alone. */
    ZoneBox folded() {
        return kind == ZoneKind.RAIL
                ? this
                : new ZoneBox(
                        key,
                        kind,
                        tint,
                        columns,
                        new Box(box.x(), box.y(), box.width(), Math.min(box.height(), FOLDED)));
    }
}
